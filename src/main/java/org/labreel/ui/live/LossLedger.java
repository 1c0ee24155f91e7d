package org.labreel.ui.live;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.model.Loss;
import org.labreel.model.Loss.Cause;

/**
 * The losses since the source was opened: those that it reported, and those that the recorder found itself.
 *
 * @param newestFirst
 *            the entries that are still known
 * @param entries
 *            how many there were in all
 * @param messages
 *            known to be lost; entries of unknown size count nothing
 */
record LossLedger(List<Loss> newestFirst, long entries, long messages) {
    private static final Set<Cause> OF_RECORDER = EnumSet.of(Cause.QUEUE_OVERFLOW, Cause.WRITE_ERROR,
            Cause.FORCE_ERROR, Cause.TRUNCATED);
    private static final Set<Cause> OF_ABSENCE = EnumSet.of(Cause.RECONNECT, Cause.SILENCE);

    LossLedger {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * @param reported
     *            by the source, oldest first
     * @param inSession
     *            the ledger of the session, which has those of both
     */
    static LossLedger of(LiveFigures figures, List<Loss> reported, List<Loss> inSession) {
        boolean allKnown = reported.size() >= figures.losses();
        List<Loss> own = inSession.stream()
                .filter(loss -> OF_RECORDER.contains(loss.cause()) || unended(loss, reported, allKnown)).toList();
        List<Loss> all = new ArrayList<>(reported);
        for (Loss loss : own) {
            int later = all.size();
            while (later > 0 && all.get(later - 1).start().isAfter(loss.start())) {
                later--;
            }
            all.add(later, loss);
        }
        return new LossLedger(all.reversed(), figures.losses() + own.size(),
                figures.lost() + own.stream().mapToLong(Loss::count).sum());
    }

    /** An absence of the source that a recording did not see the end of: the recorder entered it, not the source. */
    private static boolean unended(Loss loss, List<Loss> reported, boolean allKnown) {
        boolean since = allKnown || reported.isEmpty() || reported.getFirst().start().isBefore(loss.start());
        return OF_ABSENCE.contains(loss.cause()) && since && reported.stream()
                .noneMatch(other -> other.cause() == loss.cause() && other.start().equals(loss.start()));
    }

    Optional<Loss> newest() {
        return newestFirst.stream().findFirst();
    }
}
