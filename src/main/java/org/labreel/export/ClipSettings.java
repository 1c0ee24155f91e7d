package org.labreel.export;

/**
 * Every choice of how a clip is made, apart from which frames, of what and where to. Together with those it fixes the
 * clip bit for bit, given the same encoder.
 *
 * @param maxBytes
 *            size that the file must not exceed; 0 = no bound (preset {@link Preset#PAPER}: 10 MB)
 * @param chapters
 *            whether markers become chapters of the movie
 * @param threads
 *            of the encoder; 0 = as this computer has processors for
 */
public record ClipSettings(Preset preset, EncoderKind encoder, Timing timing, Framing framing, Overlays overlays,
        DamagedFrames damaged, long maxBytes, boolean chapters, int threads) {
    /** Size that preset {@link Preset#PAPER} keeps to unless told otherwise. */
    public static final long PAPER_BYTES = 10_000_000;
    public static final int MOST_THREADS = 128;

    /** The frames as they are. */
    public static final ClipSettings PLAIN = new ClipSettings(Preset.FULL, EncoderKind.FFMPEG, Timing.TRUE,
            Framing.WHOLE, Overlays.NONE, DamagedFrames.MARK, 0, true, 0);

    /** The size not to exceed; 0 = none. */
    public long boundBytes() {
        return maxBytes == 0 && preset == Preset.PAPER ? PAPER_BYTES : maxBytes;
    }

    public ClipSettings withPreset(Preset next) {
        return new ClipSettings(next, encoder, timing, framing, overlays, damaged, maxBytes, chapters, threads);
    }

    public ClipSettings withEncoder(EncoderKind next) {
        return new ClipSettings(preset, next, timing, framing, overlays, damaged, maxBytes, chapters, threads);
    }

    public ClipSettings withTiming(Timing next) {
        return new ClipSettings(preset, encoder, next, framing, overlays, damaged, maxBytes, chapters, threads);
    }

    public ClipSettings withFraming(Framing next) {
        return new ClipSettings(preset, encoder, timing, next, overlays, damaged, maxBytes, chapters, threads);
    }

    public ClipSettings withOverlays(Overlays next) {
        return new ClipSettings(preset, encoder, timing, framing, next, damaged, maxBytes, chapters, threads);
    }

    public ClipSettings withDamaged(DamagedFrames next) {
        return new ClipSettings(preset, encoder, timing, framing, overlays, next, maxBytes, chapters, threads);
    }

    public ClipSettings withMaxBytes(long next) {
        return new ClipSettings(preset, encoder, timing, framing, overlays, damaged, next, chapters, threads);
    }

    public ClipSettings withChapters(boolean next) {
        return new ClipSettings(preset, encoder, timing, framing, overlays, damaged, maxBytes, next, threads);
    }

    public ClipSettings withThreads(int next) {
        return new ClipSettings(preset, encoder, timing, framing, overlays, damaged, maxBytes, chapters, next);
    }
}
