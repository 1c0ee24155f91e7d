package org.labreel.record;

import java.io.IOException;
import java.util.Optional;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the disk did to a recording: to the operator at once, to the ledger for later. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final String source;
    private final Surroundings around;
    private final Ledger ledger;
    private volatile Optional<String> alarm = Optional.empty();

    Faults(String source, Surroundings around, Ledger ledger) {
        this.source = source;
        this.around = around;
        this.ledger = ledger;
    }

    /** The newest alarm; it stays until the recording is over. Any thread. */
    Optional<String> alarm() {
        return alarm;
    }

    void writeFailed(SegmentFile file, IOException e) {
        raise("Writing to " + file.name() + " failed (" + why(e)
                + "). All records up to then are kept; trying to go on in a new file.");
        enter(Loss.Cause.WRITE_ERROR, around.now());
    }

    void forceFailed(SegmentFile file, IOException e) {
        raise("The last seconds of " + file.name() + " may not be safe on the disk (" + why(e)
                + "). They can be read for now; copy the file soon. Recording goes on in a new file.");
        enter(Loss.Cause.FORCE_ERROR, file.safeUpTo());
    }

    void missing(SegmentFile file) {
        raise(file.file() + " was deleted or moved while it was being recorded. Recording goes on in a new file.");
        enter(Loss.Cause.WRITE_ERROR, file.opened());
    }

    void resumed(SegmentFile file) {
        raise(alarm.orElse("") + " It went on in " + file.name() + ".");
    }

    void stuck(IOException e) {
        raise("Nothing can be written (" + why(e) + "). What is recorded so far is kept; messages are being lost until "
                + "there is room. Free some space, or stop.");
    }

    void unsplit(SegmentFile file, IOException e) {
        raise("No new file could be begun (" + why(e) + "); recording goes on in " + file.name() + ".");
    }

    void mistake(String text) {
        raise(text);
    }

    private void enter(Loss.Cause cause, Arrival since) {
        Arrival now = around.now();
        boolean inOrder = !since.wall().isAfter(now.wall());
        ledger.reported(new Loss(cause, source, inOrder ? since.wall() : now.wall(), now.wall(), 0,
                alarm.orElse("")));
    }

    private void raise(String text) {
        LOG.warn("{}", text);
        alarm = Optional.of(text);
    }

    static String why(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
