package org.labreel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg program: the one in bytedeco's jar where it starts, else the one that is installed. */
record FFmpegCommand(String program, String version) {
    private static final Pattern SSIM = Pattern.compile("All:([0-9.]+)");

    static Optional<FFmpegCommand> ofThisMachine() {
        List<String> programs = new ArrayList<>();
        try {
            programs.add(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        } catch (LinkageError | RuntimeException e) {
            System.out.println("bytedeco's ffmpeg program is not there: " + e.getMessage());
        }
        programs.add("ffmpeg");
        for (String program : programs) {
            try {
                String said = said(List.of(program, "-hide_banner", "-version"));
                return Optional.of(new FFmpegCommand(program, said.lines().findFirst().orElse("")));
            } catch (IOException | InterruptedException e) {
                System.out.println(program + " does not start (" + e.getMessage() + ")");
            }
        }
        return Optional.empty();
    }

    /** The same frames at the same preset, quality and number of threads. */
    void encode(ClipLog clip, Path target, String preset, double crf, int threads) throws Exception {
        said(List.of(program, "-hide_banner", "-loglevel", "error", "-y", "-f", "mjpeg", "-framerate", "30", "-i",
                clip.mjpeg().toString(), "-c:v", "libx264", "-preset", preset, "-crf", Double.toString(crf), "-g",
                "120", "-threads", Integer.toString(threads), "-pix_fmt", "yuv420p", "-movflags", "+faststart",
                target.toString()));
    }

    /** How like the frames of the log those of the clip are, 1 = the same. */
    double ssim(ClipLog clip, Path made) throws Exception {
        String said = said(List.of(program, "-hide_banner", "-i", made.toString(), "-f", "mjpeg", "-i",
                clip.mjpeg().toString(), "-lavfi",
                "[0:v]setpts=N/30/TB[a];[1:v]scale=out_range=tv,format=yuv420p,setpts=N/30/TB[b];[a][b]ssim", "-f",
                "null", "-"));
        Matcher matcher = SSIM.matcher(said);
        if (!matcher.find()) {
            throw new IOException("no SSIM in: " + said);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(line -> text.append(line).append('\n'));
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("code " + code + ": " + text.toString().lines().findFirst().orElse(""));
        }
        return text.toString();
    }
}
