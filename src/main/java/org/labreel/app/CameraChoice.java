package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.labreel.feed.FeedClock;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.ReplaySource;
import org.labreel.feed.Source;
import org.labreel.feed.SourceAddress;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.session.CameraFeed;

/**
 * A camera as the command line names it: an address, and where wanted a model and a serial behind commas,
 * {@code ws://host:7001,REALSENSE_D415,1234}. Without a serial the device is asked for its own.
 */
record CameraChoice(SourceChoice source, String model, String serial, String address) {
    private static final Set<String> MODELS = Set.of("REALSENSE", "REALSENSE_D415", "REALSENSE_D435",
            "REALSENSE_D455", "V4L2CAMERA");
    private static final String USUAL_MODEL = "REALSENSE_D435";

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    static CameraChoice of(String text) {
        String[] parts = text.split(",", 3);
        String model = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : USUAL_MODEL;
        if (!MODELS.contains(model)) {
            throw new IllegalArgumentException("\"" + model + "\" is no camera model; there are "
                    + String.join(", ", MODELS.stream().sorted().toList()));
        }
        String serial = parts.length > 2 ? parts[2].strip() : "";
        SourceChoice source = SourceChoice.of(parts[0]);
        return switch (source) {
            case SourceChoice.Demo _ -> new CameraChoice(source, model, serial, SourceChoice.DEMO);
            case SourceChoice.Log(Path file) -> new CameraChoice(source, model,
                    serial.isEmpty() ? String.valueOf(file.getFileName()) : serial, file.toAbsolutePath().toString());
            case SourceChoice.Device(SourceAddress at) ->
                new CameraChoice(source, model, serial, at.feed().toString());
        };
    }

    /** As sessions know it; the id is the same in every run. */
    Session.Camera camera() {
        return new Session.Camera(UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)), model, serial,
                address);
    }

    /** The camera, not yet connected. */
    CameraFeed feed(Vertx vertx, Supplier<DemoServer> demo) {
        return new CameraFeed(camera(), () -> source(vertx, demo), FeedClock.SYSTEM.monotonicNanos());
    }

    Source source(Vertx vertx, Supplier<DemoServer> demo) {
        return switch (source) {
            case SourceChoice.Demo _ -> new PurpleDropSource(vertx, demo.get().feed(), demo.get().rpc());
            case SourceChoice.Log(Path file) -> new ReplaySource(file, 1, true);
            case SourceChoice.Device(SourceAddress at) -> new PurpleDropSource(vertx, at.feed(), at.rpc());
        };
    }
}
