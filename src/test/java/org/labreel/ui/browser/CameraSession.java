package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventCodec;
import org.labreel.log.FileDisk;
import org.labreel.log.Sidecar;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/** A session that several cameras of different pace were recorded into, with clocks that the test turned. */
public final class CameraSession {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SessionFolder folder;
    private final List<Integer> intervals;
    private final List<List<Instant>> arrivals = new ArrayList<>();

    private CameraSession(SessionFolder folder, List<Integer> intervalMillis) {
        this.folder = folder;
        this.intervals = new ArrayList<>(intervalMillis);
        intervalMillis.forEach(_ -> arrivals.add(new ArrayList<>()));
    }

    /**
     * @param intervalMillis
     *            between two frames, one a camera
     * @param segmentMillis
     *            how long each segment is; a second of nothing between them
     */
    public static CameraSession record(Path root, List<Integer> intervalMillis, int... segmentMillis)
            throws IOException {
        List<Session.Camera> cameras = new ArrayList<>();
        for (int i = 0; i < intervalMillis.size(); i++) {
            cameras.add(new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "", address(i)));
        }
        SessionFolder folder = SessionFolder.create(root, Session.named("cameras", START).withCameras(cameras));
        CameraSession made = new CameraSession(folder, intervalMillis);
        AtomicLong millis = new AtomicLong();
        for (int length : segmentMillis) {
            made.segment(millis, length);
            millis.addAndGet(1000);
        }
        return made;
    }

    private static String address(int camera) {
        return "ws://camera" + camera + ":7001";
    }

    private void segment(AtomicLong millis, int length) throws IOException {
        InstantSource wall = () -> START.plusMillis(millis.get());
        List<Recorder> recorders = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            recorders.add(new Recorder(address(i), new RecorderSettings(Duration.ZERO, 1 << 20, 64 << 20, 1L << 30,
                    false, 0), wall, () -> millis.get() * 1_000_000, new FileDisk(), Duration.ofSeconds(1)));
        }
        for (Recorder each : recorders) {
            each.start(folder);
        }
        long end = millis.get() + length;
        for (; millis.get() < end; millis.incrementAndGet()) {
            for (int i = 0; i < recorders.size(); i++) {
                if (millis.get() % intervals.get(i) == 0) {
                    arrivals.get(i).add(wall.instant());
                    recorders.get(i).accept(frame(wall.instant(), millis.get(), i));
                }
            }
        }
        for (Recorder each : recorders) {
            each.stop();
            each.close();
        }
    }

    /** Records one more segment of each camera, and of one that was not there before where that is wanted. */
    void goOn(long fromMillis, int lengthMillis, int camerasMore) throws IOException {
        for (int i = 0; i < camerasMore; i++) {
            intervals.add(intervals.getLast());
            arrivals.add(new ArrayList<>());
        }
        segment(new AtomicLong(fromMillis), lengthMillis);
    }

    private static RawMessage frame(Instant now, long millis, int camera) {
        Bytes picture = Bytes.wrap(FramePictures.jpeg(camera, millis));
        return new RawMessage(EventCodec.encode(new DeviceEvent.Image(Optional.of(now), picture)),
                new Arrival(now, millis * 1_000_000));
    }

    public Path folder() {
        return folder.path();
    }

    /** The log of a camera. */
    public Path file(int camera, int segment) {
        try {
            List<Segment> own = SessionFolder.open(folder.path()).session().segments().stream()
                    .filter(each -> each.source().equals(address(camera))).toList();
            return folder.file(own.get(segment)).toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Path sidecar(int camera) {
        return Sidecar.beside(file(camera, 0));
    }

    Instant arrival(int camera, int frame) {
        return arrivals.get(camera).get(frame);
    }

    int interval(int camera) {
        return intervals.get(camera);
    }
}
