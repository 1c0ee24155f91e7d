package org.labreel.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a clip that does not exceed a size, and uses most of it. The first pass encodes at high quality and notes
 * statistics; when its result is too large, further passes use them to meet a bit rate, each corrected by what came of
 * the ones before, or where the rate is too low to be told to the encoder, step down in quality. The largest that fits
 * is kept.
 */
final class SizeBound {
    private static final String PRESET = "fast";
    private static final double FINE = 12;
    private static final int ATTEMPTS = 8;
    /** Part of the bound aimed at, and part of it that is good enough. */
    private static final double AIM = 0.97;
    private static final double ENOUGH = 0.90;
    /** What the file needs besides the encoded pictures: per frame in its tables, and once. */
    private static final int BYTES_PER_FRAME = 20;
    private static final int BYTES_ONCE = 3000;
    /** Rates are given in thousands of bits a second: below this, as in a time lapse, quality is the finer handle. */
    private static final double LEAST_BITS = 30_000;
    /** The lowest quality that there is. */
    private static final double COARSE = 51;

    private final long bytes;
    private final ExportPlan plan;
    /** Bit rates that gave a file that fits, and one that does not. */
    private double fits;
    private double exceeds = Double.POSITIVE_INFINITY;
    /** Qualities that gave a file that fits, and one that does not. */
    private double finestThatFits = Double.POSITIVE_INFINITY;
    private double coarsestThatExceeds;
    private long best;

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

    Tally meet(EncoderSettings wanted, Pass pass, Optional<CsvWriter> csv) throws IOException {
        Path notes = Files.createTempDirectory("labreel-passes");
        try {
            EncoderSettings settings = wanted.withQuality(PRESET, FINE);
            Path statistics = notes.resolve("statistics");
            Tally tally = pass.run(settings.firstPass(statistics), csv, done -> done / 2);
            if (Files.size(settings.file()) > bytes) {
                furtherPasses(settings, statistics, pass);
            }
            return tally;
        } finally {
            delete(notes);
        }
    }

    private void furtherPasses(EncoderSettings settings, Path statistics, Pass pass) throws IOException {
        Path attempt = settings.file().resolveSibling(settings.file().getFileName() + PartName.ATTEMPT);
        double bits = firstGuess();
        boolean byRate = bits >= LEAST_BITS;
        double quality = nextQuality(FINE, Files.size(settings.file()));
        try {
            for (int number = 1; number <= ATTEMPTS && best < bytes * ENOUGH && quality <= COARSE; number++) {
                pass.run(byRate
                        ? settings.secondPass(statistics, Math.round(bits), attempt)
                        : settings.into(attempt).withQuality(PRESET, quality), Optional.empty(), part(number));
                long size = Files.size(attempt);
                if (size <= bytes && size > best) {
                    best = size;
                    Files.move(attempt, settings.file(), StandardCopyOption.REPLACE_EXISTING);
                }
                if (byRate) {
                    bits = nextGuess(bits, size);
                    byRate = bits >= LEAST_BITS;
                } else {
                    quality = nextQuality(quality, size);
                }
            }
        } finally {
            Files.deleteIfExists(attempt);
        }
        if (best == 0) {
            throw new IOException(String.format(Locale.ROOT,
                    "The clip cannot be made to fit into %.2f MB. Choose fewer frames, or allow a larger file.",
                    bytes / 1e6));
        }
    }

    private Part part(int number) {
        int frames = plan.frames().size();
        double share = Math.pow(0.5, number);
        return done -> (int) (frames * (1 - share) + done * share / 2);
    }

    /** Six steps of quality halve the size, about; between what is known to fit and what is known not to. */
    private double nextQuality(double quality, long size) {
        if (size <= bytes) {
            finestThatFits = Math.min(finestThatFits, quality);
        } else {
            coarsestThatExceeds = Math.max(coarsestThatExceeds, quality);
        }
        double next = quality + 6 * Math.log(size / (bytes * (AIM - 0.01))) / Math.log(2);
        if (coarsestThatExceeds >= COARSE) {
            return Double.POSITIVE_INFINITY;
        }
        return next > coarsestThatExceeds && next < finestThatFits
                ? Math.min(next, COARSE)
                : (coarsestThatExceeds + Math.min(finestThatFits, COARSE)) / 2;
    }

    private double firstGuess() {
        double seconds = (double) plan.ticks() / ExportPlan.TICKS_PER_SECOND;
        double room = bytes * AIM - BYTES_ONCE - (double) BYTES_PER_FRAME * plan.frames().size();
        return room * 8 / seconds;
    }

    /** In proportion, but between what is known to fit and what is known not to. */
    private double nextGuess(double bits, long size) {
        if (size <= bytes) {
            fits = Math.max(fits, bits);
        } else {
            exceeds = Math.min(exceeds, bits);
        }
        double next = bits * Math.clamp(bytes * (AIM - 0.01) / size, 0.2, 2);
        boolean between = next > fits && next < exceeds;
        return between || exceeds == Double.POSITIVE_INFINITY ? next : (fits + exceeds) / 2;
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
