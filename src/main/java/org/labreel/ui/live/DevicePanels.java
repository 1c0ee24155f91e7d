package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCamera;
import org.labreel.model.DeviceState;

/** What stands beside and under the frame and tells of the selected source. */
final class DevicePanels {
    private final ReadingsPanel readings = new ReadingsPanel();
    private final DevicePanel device = new DevicePanel();
    private final LateCard<PiPanel> pi = new LateCard<>("picamera.fxml", new PiPanel(System::nanoTime));
    private final LateCard<CplPanel> cpl;
    private final BoardPanel board;
    private final OverlayPanel overlay;
    private final HealthPanel health = new HealthPanel();

    DevicePanels(SourceDesk desk, BoardPanel board, OverlayPanel overlay) {
        this.cpl = new LateCard<>("cplrecorder.fxml", new CplPanel(desk));
        this.board = board;
        this.overlay = overlay;
    }

    /** For the FXML that they stand in. */
    Stream<Object> controllers() {
        return Stream.of(board, readings, device, health);
    }

    /**
     * @param cards
     *            where cards go that only some sources have
     */
    void attach(LiveSource source, Pane cards) {
        Optional<PiCamera> remote = source.model().camera();
        if (remote.isPresent()) {
            pi.makeIn(cards);
        }
        if (CplAddress.isOne(source.address())) {
            cpl.makeIn(cards);
        }
        pi.made().ifPresent(panel -> panel.attach(remote));
        readings.attach(source.model());
    }

    /**
     * @param past
     *            the state at the moment that is looked back at
     */
    void refresh(RecordControl recording, LiveTile tile, LiveFigures figures, Optional<DeviceState> past) {
        Freshness freshness = Freshness.of(figures);
        pi.made().ifPresent(PiPanel::refresh);
        boolean camera = onlyACamera(tile);
        readings.refresh(past.orElse(tile.model().state()), freshness, camera);
        // Without a board nothing can be drawn over a camera's picture.
        overlay.setShown(!camera || tile.model().board().isPresent());
        cpl.made().ifPresent(panel -> panel.refresh(tile.source().address()));
        board.refresh(tile.model());
        device.refresh(tile.model(), freshness, camera);
        health.refresh(recording, figures, tile.losses(), past.isPresent());
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
