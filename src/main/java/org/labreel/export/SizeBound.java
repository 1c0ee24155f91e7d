package org.labreel.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a clip that does not exceed a size, and uses most of it. The first pass encodes at high quality and notes
 * statistics; when its result is too large, further passes use them to meet a bit rate.
 */
final class SizeBound {
    private static final double FINE = 12;
    private static final int ATTEMPTS = 4;
    /** Part of the bound aimed at, and part of it that is good enough. */
    private static final double AIM = 0.97;
    private static final double ENOUGH = 0.90;
    /** What the file needs besides the encoded pictures: per frame in its tables, and once. */
    private static final int BYTES_PER_FRAME = 20;
    private static final int BYTES_ONCE = 3000;

    private final long bytes;
    private final ExportPlan plan;

    SizeBound(long bytes, ExportPlan plan) {
        this.bytes = bytes;
        this.plan = plan;
    }

    /** How far the whole is, when so many frames of one pass are done. */
    interface Part {
        int of(int done);
    }

    /** Goes once through all frames. */
    interface Pass {
        Tally run(EncoderSettings settings, Optional<CsvWriter> csv, Part progress) throws IOException;
    }

    Tally meet(Path part, Layout layout, Pass pass, Optional<CsvWriter> csv) throws IOException {
        Path notes = Files.createTempDirectory("labreel-passes");
        try {
            EncoderSettings settings = EncoderSettings.constantQuality(part, layout.width(), layout.height(),
                    plan.fps(),
                    "fast", FINE);
            Path statistics = notes.resolve("statistics");
            Tally tally = pass.run(settings.firstPass(statistics), csv, done -> done / 2);
            if (Files.size(part) > bytes) {
                furtherPasses(settings, statistics, pass);
            }
            return tally;
        } finally {
            delete(notes);
        }
    }

    private void furtherPasses(EncoderSettings settings, Path statistics, Pass pass) throws IOException {
        int frames = plan.frames().size();
        double seconds = (double) plan.ticks() / ExportPlan.TICKS_PER_SECOND;
        double room = bytes * AIM - BYTES_ONCE - (double) BYTES_PER_FRAME * frames;
        double bits = room * 8 / seconds;
        for (int attempt = 1; attempt <= ATTEMPTS && bits >= 1000; attempt++) {
            pass.run(settings.secondPass(statistics, Math.round(bits)), Optional.empty(),
                    done -> frames / 2 + (done + 1) / 2);
            long size = Files.size(settings.file());
            boolean lastChance = attempt == ATTEMPTS;
            if (size <= bytes && (size >= bytes * ENOUGH || lastChance)) {
                return;
            }
            bits *= Math.clamp(bytes * (lastChance ? 0.9 : AIM - 0.01) / size, 0.2, 2);
        }
        if (Files.size(settings.file()) > bytes) {
            throw new IOException(String.format(Locale.ROOT,
                    "The clip cannot be made to fit into %.2f MB. Choose fewer frames, or allow a larger file.",
                    bytes / 1e6));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
