package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.DeviceState;

/** What stands beside and under the frame and tells of the selected source. */
final class DevicePanels {
    private final ReadingsPanel readings = new ReadingsPanel();
    private final DevicePanel device = new DevicePanel();
    private final PiPanel pi = new PiPanel(System::nanoTime);
    private final CplPanel cpl;
    private final BoardPanel board;
    private final HealthPanel health = new HealthPanel();

    DevicePanels(SourceDesk desk, BoardPanel board) {
        this.cpl = new CplPanel(desk);
        this.board = board;
    }

    /** For the FXML that they stand in. */
    Stream<Object> controllers() {
        return Stream.of(board, pi, readings, device, cpl, health);
    }

    void attach(LiveModel model) {
        pi.attach(model.camera());
        readings.attach(model);
    }

    /**
     * @param past
     *            the state at the moment that is looked back at
     */
    void refresh(RecordControl recording, LiveTile tile, LiveFigures figures, Optional<DeviceState> past) {
        Freshness freshness = Freshness.of(figures);
        pi.refresh();
        readings.refresh(past.orElse(tile.model().state()), freshness);
        cpl.refresh(tile.source().address());
        board.refresh(tile.model());
        device.refresh(tile.model(), freshness);
        health.refresh(recording, figures, tile.losses());
    }

    void useBoard(Path file) {
        board.use(file);
    }
}
