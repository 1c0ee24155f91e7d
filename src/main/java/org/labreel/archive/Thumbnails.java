package org.labreel.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of logs: their first frame. They are kept in a cache folder, never beside a log, and made anew when a
 * log has changed. One thread; owns native memory.
 */
public final class Thumbnails implements AutoCloseable {
    /** Size that a thumbnail fits into, pixels: twice what it is shown at, for dense screens. */
    static final int WIDTH = 144;
    static final int HEIGHT = 108;
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int QUALITY = 85;
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Looked after once in so many, so that the folder does not grow without end. */
    private static final int TIDY_EVERY = 100;

    private final Path folder;
    private final int most;
    private Optional<PictureDecoder> decoder = Optional.empty();
    private Optional<PictureEncoder> encoder = Optional.empty();
    private int made;

    /**
     * @param folder
     *            where they are kept; made when first needed
     * @param most
     *            how many are kept about; the oldest go
     */
    public Thumbnails(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /** The thumbnail of a log; empty when it has no frame that can be shown. */
    public Optional<Picture> of(Path log) {
        try {
            Path file = folder.resolve(name(log));
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(decoder().decode(Bytes.wrap(Files.readAllBytes(file)), Optional.empty()));
            }
            Optional<Picture> picture = first(log);
            if (picture.isPresent()) {
                keep(file, picture.get());
            }
            return picture;
        } catch (IOException e) {
            LOG.debug("{} has no thumbnail: {}", log, e.toString());
            return Optional.empty();
        }
    }

    private Optional<Picture> first(Path log) throws IOException {
        try (LogReader reader = LogReader.begin(log, Optional.empty(), LOOK, () -> false)) {
            return reader.index().frames() == 0
                    ? Optional.empty()
                    : Optional.of(scaled(decoder().decode(reader.image(0), Optional.empty())));
        }
    }

    /** The mean of the pixels that fall into each. */
    static Picture scaled(Picture from) {
        double scale = Math.min(1, Math.min((double) WIDTH / from.width(), (double) HEIGHT / from.height()));
        Picture to = new Picture(Math.max(1, (int) Math.round(from.width() * scale)),
                Math.max(1, (int) Math.round(from.height() * scale)));
        byte[] source = from.pixels().array();
        byte[] target = to.pixels().array();
        for (int y = 0; y < to.height(); y++) {
            int top = (int) ((long) y * from.height() / to.height());
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * from.height() / to.height()));
            for (int x = 0; x < to.width(); x++) {
                int left = (int) ((long) x * from.width() / to.width());
                int right = Math.max(left + 1, (int) ((long) (x + 1) * from.width() / to.width()));
                for (int channel = 0; channel < 4; channel++) {
                    int sum = 0;
                    for (int row = top; row < bottom; row++) {
                        for (int column = left; column < right; column++) {
                            sum += source[(row * from.width() + column) * 4 + channel] & 0xff;
                        }
                    }
                    target[(y * to.width() + x) * 4 + channel] = (byte) (sum / ((bottom - top) * (right - left)));
                }
            }
        }
        return to;
    }

    private void keep(Path file, Picture picture) throws IOException {
        Files.createDirectories(folder);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, encoder().jpeg(picture, QUALITY).toArray());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        if (made++ % TIDY_EVERY == 0) {
            tidy();
        }
    }

    private void tidy() throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.sorted(Comparator.comparing(Thumbnails::age).reversed()).skip(most).toList();
        }
        for (Path old : kept) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    /** Made from the log's whole path, size and time, so that a changed log gets another. */
    private static String name(Path log) throws IOException {
        String key = log.toAbsolutePath().normalize() + "\n" + Files.size(log) + "\n"
                + Files.getLastModifiedTime(log).toInstant();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16) + ".jpg";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private PictureDecoder decoder() {
        PictureDecoder known = decoder.orElseGet(PictureDecoder::best);
        decoder = Optional.of(known);
        return known;
    }

    private PictureEncoder encoder() {
        PictureEncoder known = encoder.orElseGet(PictureEncoder::best);
        encoder = Optional.of(known);
        return known;
    }

    @Override
    public void close() {
        decoder.ifPresent(PictureDecoder::close);
        encoder.ifPresent(PictureEncoder::close);
        decoder = Optional.empty();
        encoder = Optional.empty();
    }
}
