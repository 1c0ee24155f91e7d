package org.labreel.feed.cpl;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.labreel.feed.Words;

/** Counts what comes of the frames. Safe from any thread. */
public final class CplTally {
    private static final long WINDOW_NANOS = 1_000_000_000;

    private final LongSupplier nanos;
    private String frames = "";
    private boolean recording;
    private long startedNanos;
    private long endedNanos;
    private long recorded;
    private long skippedHere;
    private long skippedThere;
    private long storedBytes;
    private long windowNanos;
    private long windowBytes;
    private double bytesPerSecond;

    public CplTally(LongSupplier nanos) {
        this.nanos = nanos;
        this.windowNanos = nanos.getAsLong();
    }

    public synchronized void started(CplMessage.StartedRecording message) {
        frames = words(message);
        recording = true;
        startedNanos = nanos.getAsLong();
    }

    /** More became known of the present recording. */
    public synchronized void refined(CplMessage.StartedRecording message) {
        frames = words(message);
    }

    /** "640x480 yuv420p, 29.97 frames/s" */
    static String words(CplMessage.StartedRecording message) {
        String rate = message.framesPerSecond() > 0
                ? String.format(Locale.ROOT, ", %.4g frames/s", message.framesPerSecond()).replaceAll("\\.?0+ f", " f")
                : "";
        return message.widthPx() + "x" + message.heightPx() + " " + Words.shown(message.pixelFormat()) + rate;
    }

    public synchronized void ended() {
        if (recording) {
            recording = false;
            endedNanos = nanos.getAsLong();
        }
    }

    public synchronized void received(long bytes) {
        roll();
        windowBytes += bytes;
    }

    public synchronized void recorded(long bytes) {
        recorded++;
        storedBytes += bytes;
    }

    public synchronized void skippedHere(long count) {
        skippedHere += count;
    }

    public synchronized void skippedThere(long count) {
        skippedThere += count;
    }

    private void roll() {
        long passed = nanos.getAsLong() - windowNanos;
        if (passed >= WINDOW_NANOS) {
            bytesPerSecond = windowBytes * 1e9 / passed;
            windowBytes = 0;
            windowNanos += passed;
        }
    }

    public synchronized CplFigures figures() {
        roll();
        long until = recording ? nanos.getAsLong() : endedNanos;
        return new CplFigures(recording, frames, recorded, skippedHere, skippedThere, storedBytes,
                Duration.ofNanos(until - startedNanos), bytesPerSecond);
    }
}
