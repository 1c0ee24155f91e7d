package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import org.labreel.model.Loss;
import org.labreel.ui.kit.Units;

/** The losses of one source as they stand now: the ledger, how many fall into the recording that runs, and the news. */
final class TileLosses {
    private final LossWatch watch = new LossWatch();
    private LossLedger ledger = new LossLedger(List.of(), 0, 0);

    /** @return what the operator is to be told */
    Optional<Loss> look(LiveModel model, RecordControl control, LiveFigures figures) {
        ledger = LossLedger.of(figures, model.losses(), control.losses(model.address()));
        return watch.look(control.status(model.address()).recording(), ledger, model.second());
    }

    LossLedger ledger() {
        return ledger;
    }

    long inRecording() {
        return watch.inRecording(ledger);
    }

    /** How many, in few words. */
    String words() {
        return ledger.entries() > 0 && ledger.messages() == 0
                ? ledger.entries() + (ledger.entries() == 1 ? " gap" : " gaps")
                : Units.count(ledger.messages());
    }
}
