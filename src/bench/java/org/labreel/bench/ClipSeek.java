package org.labreel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.labreel.model.Bytes;

/** The peer of P4: FFmpeg's own program, asked for one frame of an H.264 clip of the same pictures at its defaults. */
final class ClipSeek {
    private ClipSeek() {
    }

    /** Encodes the pictures, one after the other and over again, at 30 a second. */
    static void make(Path clip, List<Bytes> jpegs, int frames) throws Exception {
        Process encoder = new ProcessBuilder(Loader.load(ffmpeg.class), "-v", "error", "-y", "-f", "mjpeg",
                "-framerate", "30", "-i", "pipe:0", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-preset", "veryfast",
                clip.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = encoder.getOutputStream()) {
            for (int frame = 0; frame < frames; frame++) {
                in.write(jpegs.get(frame % jpegs.size()).toArray());
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IOException("the clip could not be made");
        }
    }

    static void measure(Path clip, int frames, int seeks) throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        Delays seek = new Delays();
        Delays start = new Delays();
        for (int i = 0; i < seeks; i++) {
            start.add(run("-version"));
            seek.add(run("-v", "error", "-ss", String.format(Locale.ROOT, "%.3f", random.nextInt(frames) / 30.0), "-i",
                    clip.toString(), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgra", "-y", "/dev/null"));
        }
        System.out.printf(Locale.ROOT, "P4 ffmpeg on H.264 of these frames  %s; of that its start %.0f ms%n", seek,
                start.at(0.5));
    }

    private static long run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(Loader.load(ffmpeg.class)));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed");
        }
        return System.nanoTime() - start;
    }
}
