package org.labreel.ui.live;

import java.util.Optional;
import org.labreel.model.Loss;

/** Tells losses that fall into a recording from those that do not, and which of them the operator is told at once. */
final class LossWatch {
    /** A storm of losses is one piece of news; the figures go on by themselves. */
    private static final double QUIET_SECONDS = 10;

    private boolean recording;
    private long before;
    private long seen;
    private double toldAt = Double.NEGATIVE_INFINITY;

    /**
     * @param second
     *            now, on any clock that only goes forward
     * @return what to tell, if it is new
     */
    Optional<Loss> look(boolean recordingNow, LossLedger ledger, double second) {
        if (recordingNow && !recording) {
            before = ledger.entries();
            seen = before;
            toldAt = Double.NEGATIVE_INFINITY;
        }
        recording = recordingNow;
        boolean news = recording && ledger.entries() > seen && second - toldAt >= QUIET_SECONDS;
        if (!news) {
            return Optional.empty();
        }
        seen = ledger.entries();
        toldAt = second;
        return ledger.newest();
    }

    /** Entries since the recording that runs began; 0 when none runs. */
    long inRecording(LossLedger ledger) {
        return recording ? ledger.entries() - before : 0;
    }
}
