package org.labreel.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.JpegCheck;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;

/** Reads every byte of a log and says what is wrong with it. */
public final class LogDoctor {
    private static final int ASK_EVERY = 16;

    private LogDoctor() {
    }

    /** How a log is. */
    public enum Health {
        SOUND, DAMAGED, UNREADABLE
    }

    /**
     * Something about one record.
     *
     * @param record
     *            counted from 0
     * @param leftOut
     *            whether a repaired log goes without it
     */
    public record Finding(int record, boolean leftOut, String text) {
    }

    /**
     * What was found.
     *
     * @param damage
     *            places that are no record
     * @param findings
     *            records that are not as they should be
     * @param notes
     *            what is odd but harms nothing
     */
    public record Report(Health health, int records, long bytes, List<Damage> damage, List<Finding> findings,
            List<String> notes) {
        public Report {
            damage = List.copyOf(damage);
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }

        /** Of {@code labreel doctor}: 0 sound, 3 damaged but readable, 1 unreadable. */
        public int exitCode() {
            return switch (health) {
                case SOUND -> 0;
                case DAMAGED -> 3;
                case UNREADABLE -> 1;
            };
        }
    }

    /**
     * @throws IOException
     *             when the disk cannot be read; a file that is no log gives a report
     */
    public static Report check(Path file) throws IOException {
        return check(file, _ -> {
        }, () -> false);
    }

    /**
     * As {@link #check(Path)}.
     *
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     */
    public static Report check(Path file, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (LogReader log = LogReader.open(file)) {
            return examine(log, progress, cancelled);
        } catch (NotALogException e) {
            return new Report(Health.UNREADABLE, 0, Files.isDirectory(file) ? 0 : Files.size(file), List.of(),
                    List.of(), List.of(e.getMessage()));
        }
    }

    private static Report examine(LogReader log, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        LogIndex index = log.index();
        List<Finding> findings = new ArrayList<>();
        try (PictureDecoder decoder = PictureDecoder.best()) {
            Optional<Picture> scratch = Optional.empty();
            for (int record = 0; record < index.records(); record++) {
                if (record % ASK_EVERY == 0) {
                    progress.accept((double) record / index.records());
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                }
                scratch = examine(log, record, decoder, scratch, findings);
            }
        }
        progress.accept(1);
        boolean sound = index.damage().isEmpty() && findings.isEmpty();
        return new Report(sound ? Health.SOUND : Health.DAMAGED, index.records(), Files.size(log.file()),
                index.damage(), findings, times(index));
    }

    private static Optional<Picture> examine(LogReader log, int record, PictureDecoder decoder,
            Optional<Picture> scratch, List<Finding> findings) throws IOException {
        Bytes body = log.body(record);
        if (!log.intact(record, body)) {
            findings.add(new Finding(record, true, "Its bytes are not those that were recorded (checksum)."));
            return scratch;
        }
        try {
            if (EventCodec.decode(body) instanceof DeviceEvent.Image image) {
                Picture picture = decoder.decode(image.data(), scratch);
                picture.damage().or(() -> JpegCheck.thorough(image.data())).ifPresent(
                        damage -> findings.add(new Finding(record, false, "Its picture is damaged: " + damage)));
                return Optional.of(picture);
            }
        } catch (MalformedEventException e) {
            findings.add(new Finding(record, true, "It is no event that can be read."));
        } catch (PictureException e) {
            findings.add(new Finding(record, false, "Its picture cannot be shown: " + e.getMessage()));
        }
        return scratch;
    }

    private static List<String> times(LogIndex index) {
        int back = 0;
        int equal = 0;
        int untimed = 0;
        for (int frame = 1; frame < index.frames(); frame++) {
            int order = index.frameTime(frame).compareTo(index.frameTime(frame - 1));
            back += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        for (int frame = 0; frame < index.frames(); frame++) {
            untimed += index.timed(index.recordOfFrame(frame)) ? 0 : 1;
        }
        List<String> notes = new ArrayList<>();
        note(notes, back, "earlier than the one before: the clock of the source was put back");
        note(notes, equal, "at the same time as the one before");
        note(notes, untimed, "without a time of their own");
        return notes;
    }

    private static void note(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add("Frames " + what + ": " + count + ".");
        }
    }
}
