package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.pi.PiAddress;
import org.labreel.model.DeviceState;

/** What stands beside and under the frame and tells of the selected source. */
final class DevicePanels {
    private final ReadingsPanel readings = new ReadingsPanel();
    private final DevicePanel device = new DevicePanel();
    private final PiPanel pi = new PiPanel(System::nanoTime);
    private final CplPanel cpl;
    private final BoardPanel board;
    private final OverlayPanel overlay;
    private final HealthPanel health = new HealthPanel();

    DevicePanels(SourceDesk desk, BoardPanel board, OverlayPanel overlay) {
        this.cpl = new CplPanel(desk);
        this.board = board;
        this.overlay = overlay;
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
        boolean camera = onlyACamera(tile);
        readings.refresh(past.orElse(tile.model().state()), freshness, camera);
        // Without a board nothing can be drawn over a camera's picture.
        overlay.setShown(!camera || tile.model().board().isPresent());
        cpl.refresh(tile.source().address());
        board.refresh(tile.model());
        device.refresh(tile.model(), freshness);
        health.refresh(recording, figures, tile.losses());
    }

    /** Whether the source sends pictures and nothing else, by its protocol. */
    private static boolean onlyACamera(LiveTile tile) {
        String address = tile.source().address();
        return PiAddress.isMeant(address) || CplAddress.isOne(address);
    }

    void useBoard(Path file) {
        board.use(file);
    }
}
