package org.labreel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.labreel.export.ClipPeers;
import org.labreel.export.ClipSettings;
import org.labreel.export.EncoderKind;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.export.Overlay;
import org.labreel.export.Overlays;

/** P6: a range to H.264 in MP4, against the ffmpeg command, Humble Video, and what pdlog does. */
final class ExportDuel {
    private static final int FRAMES = 100;
    /** So many that the start of a Python program hardly counts. */
    private static final int PDLOG_FRAMES = 300;
    private static final int PDLOG_ROUNDS = 1;
    private static final int ROUNDS = 3;
    private static final String FULL_PRESET = "veryfast";
    private static final double FULL_CRF = 18;
    private static final String PDLOG_PRESET = "medium";
    private static final double PDLOG_CRF = 23;

    private final Path folder;
    private final ClipLog clip;

    private ExportDuel(Path folder, ClipLog clip) {
        this.folder = folder;
        this.clip = clip;
    }

    static void run() throws Exception {
        with(FRAMES, ExportDuel::all);
    }

    /** Apart from the others, since it takes minutes, and PurpleDrop's programs are seldom installed. */
    static void againstPdlog() throws Exception {
        Optional<PdlogCommand> pdlog = PdlogCommand.ofThisMachine();
        if (pdlog.isPresent()) {
            with(PDLOG_FRAMES, duel -> duel.against(pdlog.get()));
        }
    }

    private interface Part {
        void run(ExportDuel duel) throws Exception;
    }

    private static void with(int frames, Part part) throws Exception {
        Path folder = Files.createTempDirectory("labreel-bench");
        try {
            part.run(new ExportDuel(folder, ClipLog.make(folder, frames)));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void all() throws Exception {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() * 3 / 2);
        Duel.Work full = () -> ours(ClipSettings.PLAIN, "ours.mp4");
        Optional<FFmpegCommand> ffmpeg = FFmpegCommand.ofThisMachine();
        if (ffmpeg.isPresent()) {
            System.out.println("peer: " + ffmpeg.get().version());
            Duel.run("P6 preset full (>= 0.9)", "Labreel", full, "ffmpeg command",
                    () -> ffmpeg.get().encode(clip, folder.resolve("peer.mp4"), FULL_PRESET, FULL_CRF, threads),
                    ROUNDS, 1);
        } else {
            System.out.println("P6 no ffmpeg program starts here: that peer is skipped");
        }
        Path pdlog = folder.resolve("pdlog.mp4");
        Duel.run("P6 same preset (>= 1.2)", "Labreel medium 23",
                () -> ClipPeers.ours(clip.log(), folder.resolve("same.mp4"), PDLOG_PRESET, PDLOG_CRF), "as pdlog",
                () -> ClipPeers.pdlog(clip.log(), pdlog, PDLOG_PRESET, PDLOG_CRF), ROUNDS, 1);
        Duel.run("P6 our default (>= 2.5)", "Labreel", full, "as pdlog",
                () -> ClipPeers.pdlog(clip.log(), pdlog, PDLOG_PRESET, PDLOG_CRF), ROUNDS, 1);
        if (ffmpeg.isPresent()) {
            System.out.printf("SSIM: Labreel %.4f, as pdlog %.4f%n",
                    ffmpeg.get().ssim(clip, folder.resolve("ours.mp4")),
                    ffmpeg.get().ssim(clip, pdlog));
        }
        Duel.run("P6 with time and caption", "Labreel", () -> ours(ClipSettings.PLAIN.withOverlays(Overlays.NONE
                .showing(Set.of(Overlay.TIME, Overlay.CAPTION)).withCaption("run 3")), "painted.mp4"), "without",
                full, ROUNDS, 1);
        Duel.run("P6 Humble Video", "Labreel", full, "Humble Video",
                () -> ours(ClipSettings.PLAIN.withEncoder(EncoderKind.HUMBLE), "humble.mp4"), 1, 1);
    }

    private void against(PdlogCommand pdlog) throws Exception {
        Duel.Work theirs = () -> pdlog.video(clip.log(), folder.resolve("pdlog.mp4"));
        Duel.run("P6 same preset (>= 1.2)", "Labreel medium 23",
                () -> ClipPeers.ours(clip.log(), folder.resolve("same.mp4"), PDLOG_PRESET, PDLOG_CRF),
                "pdlog, from its start", theirs, PDLOG_ROUNDS, 1);
        Duel.run("P6 our default (>= 2.5)", "Labreel", () -> ours(ClipSettings.PLAIN, "ours.mp4"),
                "pdlog, from its start", theirs, PDLOG_ROUNDS, 1);
    }

    private void ours(ClipSettings settings, String name) throws Exception {
        Path target = folder.resolve(name);
        Files.deleteIfExists(target);
        ExportReport report = Exporter.run(
                ExportRequest.of(new ExportRequest.Range(clip.log(), 0, clip.frames() - 1), target)
                        .withSettings(settings),
                (_, _) -> {
                }, () -> false);
        if (report.frames() != clip.frames()) {
            throw new IllegalStateException(report.toString());
        }
    }
}
