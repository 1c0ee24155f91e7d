package org.labreel.app;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.labreel.feed.FeedClock;
import org.labreel.model.Session;
import org.labreel.serve.graph.CameraModels;
import org.labreel.session.CameraFeed;

/**
 * A camera as the command line names it: an address, and where wanted a model and a serial behind commas,
 * {@code ws://host:7001,REALSENSE_D415,1234}. Without a serial the device is asked for its own.
 */
record CameraChoice(SourceChoice source, String model, String serial, String address) {
    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    static CameraChoice of(String text) {
        String[] parts = text.split(",", 3);
        SourceChoice source = SourceChoice.of(parts[0]);
        String model = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : source.model();
        if (!CameraModels.known(model)) {
            throw new IllegalArgumentException("\"" + model + "\" is no camera model; there are "
                    + String.join(", ", CameraModels.all()));
        }
        String serial = parts.length > 2 ? parts[2].strip() : "";
        String named = serial.isEmpty() && source instanceof SourceChoice.Log(Replay replay)
                ? String.valueOf(replay.file().getFileName())
                : serial;
        return new CameraChoice(source, model, named, source.address());
    }

    /** As sessions know it; the id is the same in every run. */
    Session.Camera camera() {
        return new Session.Camera(UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)), model, serial,
                address);
    }

    /** What is listened to. A log begins again after its end, since a camera is there all the time. */
    SourceChoice heard() {
        return source instanceof SourceChoice.Log(Replay replay) ? new SourceChoice.Log(replay.looped()) : source;
    }

    /** The camera, not yet connected. */
    CameraFeed feed(Sources sources) {
        return new CameraFeed(camera(), sources.shared(heard())::branch, FeedClock.SYSTEM.monotonicNanos());
    }
}
