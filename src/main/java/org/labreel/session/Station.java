package org.labreel.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Arrival;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.record.RecorderStatus;

/** One camera in one session that is armed: its feed, and a recorder of this session's own. */
final class Station {
    private final Session.Camera camera;
    private final CameraFeed feed;
    private final Recorder recorder;

    private Station(Session.Camera camera, CameraFeed feed, Recorder recorder) {
        this.camera = camera;
        this.feed = feed;
        this.recorder = recorder;
    }

    /** Connects, makes the first file ready and holds the pre-roll from now on. */
    static Station arm(Session.Camera camera, CameraFeed feed, Recorder recorder, SessionFolder folder)
            throws IOException {
        boolean armed = false;
        try {
            recorder.arm(folder);
            feed.join(recorder);
            armed = true;
            return new Station(camera, feed, recorder);
        } finally {
            if (!armed) {
                recorder.close();
            }
        }
    }

    /** From now on. */
    void settings(RecorderSettings next) {
        recorder.settings(next);
    }

    Session.Camera camera() {
        return camera;
    }

    Optional<String> board() {
        return feed.board();
    }

    /** Whether it is connected, so that a start is real for it. */
    boolean connected() {
        return feed.health().link() == CameraHealth.Link.UP;
    }

    boolean recording() {
        return recorder.status().recording();
    }

    long bytes() {
        RecorderStatus now = recorder.status();
        return now.recording() ? now.bytes() : 0;
    }

    /** What went wrong with the recording, for the operator. */
    Optional<String> alarm() {
        return recorder.status().alarmText();
    }

    CompletableFuture<Arrival> trigger() {
        return recorder.trigger();
    }

    /** The share of a start that took live messages from {@code taken} on. */
    Span.Part started(Arrival taken) {
        return connected()
                ? new Span.Part(camera.id(), Optional.of(taken.wall()), "")
                : new Span.Part(camera.id(), Optional.empty(),
                        "Not connected at the start (" + feed.health().words() + "); recorded from when it comes.");
    }

    /** Ends the segment; the future tells when it is on the disk. */
    CompletableFuture<Segment> rest() throws IOException {
        return recorder.rest();
    }

    /** Lets go of the feed and of what was made ready; completes what is being written. */
    void leave() {
        feed.leave(recorder);
        recorder.close();
    }

    CameraView view() {
        RecorderStatus now = recorder.status();
        return new CameraView(camera, feed.health(), now.recording(), now.recording() ? now.bytes() : 0,
                now.recording() ? now.frames() : 0, now.lost(), now.recording() ? Duration.ZERO : now.preRoll(),
                now.alarmText());
    }

    List<StreamCheck> checks() {
        CameraHealth health = feed.health();
        return camera.streams().stream().map(wish -> StreamCheck.of(camera, wish, health)).toList();
    }
}
