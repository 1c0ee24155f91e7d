package org.labreel.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.codec.EventPeek;
import org.labreel.model.EventKind;

/**
 * Walks over the records of a log from where it stopped last, into a table. What is damaged at the end may be the
 * beginning of a record that is still being written, so it is looked at again the next time.
 */
final class LogScanner {
    /** How far to search a file that has shown no record yet: a damaged first record ends within this. */
    private static final long FIRST_SEARCH = 2L * Framing.MAX_BODY;
    private static final int REPORT_EVERY = 256;
    /** So many zeros at the end of a record are no data: the longest run in a message is one of 128 flags. */
    private static final int TELLING_ZEROS = 256;

    private final Window window;
    private final Framing framing;
    private final Resync resync;
    private final RecordTable table;
    private final List<Damage> damage = new ArrayList<>();
    private Optional<Damage> tail = Optional.empty();
    private BooleanSupplier cancelled = () -> false;
    private long position;

    LogScanner(LogFile file, RecordTable table) throws IOException {
        this.window = new Window(file);
        this.framing = new Framing(window);
        this.resync = new Resync(window, framing, this::checkCancelled);
        this.table = table;
        this.position = table.end();
    }

    /**
     * Reads what the file has now.
     *
     * @param pause
     *            asked now and then whether to stop here for this time
     * @return whether it came to the end of the file
     */
    boolean scan(DoubleConsumer progress, BooleanSupplier cancelled, BooleanSupplier pause) throws IOException {
        this.cancelled = cancelled;
        window.resize();
        tail = Optional.empty();
        int steps = 0;
        while (position < window.size() && tail.isEmpty()) {
            if (steps++ % REPORT_EVERY == 0) {
                progress.accept((double) position / window.size());
                checkCancelled();
                if (pause.getAsBoolean()) {
                    return false;
                }
            }
            step();
        }
        progress.accept(1);
        return true;
    }

    private void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** Bytes of the file when it was last looked at. */
    long seenBytes() {
        return window.size();
    }

    /** What is damaged, the end of the file included. */
    List<Damage> damage() {
        List<Damage> all = new ArrayList<>(damage);
        tail.ifPresent(all::add);
        return all;
    }

    private void step() throws IOException {
        long length = framing.lengthAt(position);
        if (length < 0 || !Framing.possible(length)) {
            skip(length);
            return;
        }
        long end = position + Integer.BYTES + length;
        Framing.Fit fit = framing.fit(position, length);
        if (fit == Framing.Fit.TORN) {
            tail = Optional.of(DamageText.tornTail(position, window.size(), length));
        } else if (fit == Framing.Fit.EXACT || (end <= window.size() && begins(end))) {
            record((int) length, fit);
        } else {
            skip(length);
        }
    }

    private void record(int length, Framing.Fit fit) throws IOException {
        Optional<EventPeek> peek = framing.peek(position, length);
        long end = position + Integer.BYTES + length;
        if (end == window.size() && zeroedEnd(length, end)) {
            // Nothing that is sent ends like that; the file kept its length in a power cut, but not its last pages.
            tail = Optional.of(DamageText.zeroedTail(position, end));
            return;
        }
        if (fit == Framing.Fit.NONE && zeros(position + Integer.BYTES, end)) {
            damage.add(DamageText.skipped(position, end, 0, true));
            position = end;
            return;
        }
        if (peek.isEmpty() || fit == Framing.Fit.NONE) {
            damage.add(DamageText.badBody(position, length, table.size()));
            table.add(position, length, EventKind.UNKNOWN, RecordTable.NO_TIME, RecordTable.NO_TIME);
        } else {
            long stamp = peek.get().time().map(RecordTable::nanos).orElse(RecordTable.NO_TIME);
            table.add(position, length, peek.get().kind(), stamp, RecordTable.NO_TIME);
        }
        position = end;
    }

    /** Whether the last record ends in zeros that are not its own. */
    private boolean zeroedEnd(int length, long end) throws IOException {
        return zeros(end - Math.min(length, TELLING_ZEROS), end)
                || (zeros(end - 1, end) && LastRecord.breaksOff(window.body(end - length, length)));
    }

    /** Whether the file ends here or a record begins, whole or torn: then the length that led here was right. */
    private boolean begins(long at) throws IOException {
        long length = framing.lengthAt(at);
        return length < 0 || (Framing.possible(length) && framing.fit(at, length) != Framing.Fit.NONE);
    }

    private void skip(long length) throws IOException {
        long limit = table.size() == 0 ? Math.min(window.size(), FIRST_SEARCH) : window.size();
        long next = resync.find(position + 1, limit);
        if (next < 0) {
            tail = Optional.of(zeros(position, window.size())
                    ? DamageText.zeroedTail(position, window.size())
                    : DamageText.unreadableTail(position, window.size(), length));
            return;
        }
        damage.add(DamageText.skipped(position, next, length, zeros(position, Math.min(next, position + Window.SIZE))));
        position = next;
    }

    /** Whether there is nothing but zeros in between. */
    private boolean zeros(long from, long end) throws IOException {
        byte[] piece = new byte[(int) Math.min(1 << 16, end - from)];
        for (long at = from; at < end; at += piece.length) {
            checkCancelled();
            int count = window.piece(at, piece);
            for (int i = 0; i < Math.min(count, end - at); i++) {
                if (piece[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
