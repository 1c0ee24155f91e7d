package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.model.Board;
import org.labreel.ui.kit.Choosers;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Pulse;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.timeline.TimelineSegment;
import org.labreel.ui.view.FrameView;

/**
 * The live page: the frames of all sources that are shown, what the device of the selected one says, how its feed comes
 * through, and the record button for all.
 */
public final class LiveView implements Page {
    private static final String DIVIDER = "live.divider";

    private final PreferencesHolder preferences;
    private final SourceBar sourceBar;
    private final FeedLine feedLine;
    private final MarkerStrip markerStrip = new MarkerStrip();
    private final RecordPanel recordPanel;
    private final OverlayPanel overlayPanel;
    private final DevicePanels panels;
    private final Pulse pulse = new Pulse(this::draw);
    private final LookBackPanel lookBack;
    private final LiveTiles tiles;
    private final LiveKeys keys;
    private final LiveWords words;
    private boolean active;

    @FXML
    private BorderPane root;
    @FXML
    private SplitPane split;
    @FXML
    private StackPane viewport;
    @FXML
    private VBox middle;
    @FXML
    private VBox cards;

    /**
     * @param review
     *            opens a finished recording
     * @param boards
     *            the board for sources that tell none
     */
    @SuppressWarnings("NullAway.Init")
    public LiveView(Notices notices, PreferencesHolder preferences, Opener opener, Consumer<Path> review,
            SourceDesk desk, BoardFiles boards) {
        this.preferences = preferences;
        this.sourceBar = new SourceBar(desk);
        this.feedLine = new FeedLine(sourceBar);
        this.recordPanel = new RecordPanel(notices, opener, markerStrip, review);
        this.overlayPanel = new OverlayPanel(preferences);
        this.panels = new DevicePanels(desk, new BoardPanel(boards, new Choosers(preferences), notices, this::draw),
                overlayPanel);
        this.lookBack = new LookBackPanel(preferences, ZoneId.systemDefault(), this::turned);
        this.tiles = new LiveTiles(overlayPanel, notices, preferences, desk, this::chosen);
        this.keys = new LiveKeys(lookBack, tiles, recordPanel, markerStrip, overlayPanel, sourceBar);
        this.words = new LiveWords(tiles, feedLine, recordPanel, panels, lookBack, notices);
        Fxml.load("live.fxml", this,
                Stream.concat(Stream.of(sourceBar, feedLine, recordPanel, markerStrip, overlayPanel),
                        panels.controllers()).toArray());
    }

    @FXML
    void initialize() {
        viewport.getChildren().addFirst(tiles.grid());
        middle.getChildren().add(lookBack.root());
        recordPanel.within(root.widthProperty());
        Optional.ofNullable(preferences.get().layout().get(DIVIDER)).ifPresent(split::setDividerPositions);
    }

    /** Shows these sources from now on; a press of Record records them all. */
    public void show(List<LiveSource> sources, RecordControl newControl) {
        words.follow(newControl);
        boolean goesOn = tiles.show(sources, tile -> tile.model().onChange(pulse::request));
        if (!goesOn) {
            markerStrip.forget();
        }
        recordPanel.attach(sources, newControl);
        lookBack.attach(tiles.all(), newControl);
        tiles.settle();
        boolean demoAlone = sources.size() == 1 && sources.getFirst().isDemo();
        sourceBar.attached(demoAlone);
        // The demo's bar stays, so that nobody takes it for a device.
        feedLine.offerSources(!demoAlone);
        turned();
    }

    private void chosen(LiveTile tile) {
        panels.attach(tile.source(), cards);
        lookBack.choose(tile);
        words.refresh();
    }

    /** Whether a source is attached. */
    public boolean attached() {
        return tiles.selected().isPresent();
    }

    /** The sources, in their order. */
    public List<LiveSource> shown() {
        return tiles.all().stream().map(LiveTile::source).toList();
    }

    /** What the panels tell of now. */
    public LiveModel model() {
        return selected().model();
    }

    /** The recording of all that is shown now. */
    public RecordControl record() {
        return words.control().orElseThrow(LiveView::nothing);
    }

    /** The frame of the selected source. */
    public FrameView frame() {
        return selected().frame();
    }

    private LiveTile selected() {
        return tiles.selected().orElseThrow(LiveView::nothing);
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("no source was attached yet");
    }

    private void draw() {
        tiles.all().forEach(LiveTile::draw);
    }

    /** Draws the electrodes of this board file over all sources that tell no board. */
    public void useBoard(Path file) {
        panels.useBoard(file);
    }

    private void draw(Board board) {
        tiles.all().forEach(tile -> tile.model().fallBackOn(Optional.of(board)));
        words.refresh();
    }

    /** From the present to the past, or back: what nobody sees is not decoded. */
    private void turned() {
        tiles.all().forEach(tile -> tile.setSeen(active, lookBack.looking()));
        pulse.request();
        words.refresh();
    }

    @Override
    public void activate() {
        active = true;
        words.start();
        turned();
    }

    @Override
    public void deactivate() {
        active = false;
        words.stop();
        markerStrip.leave();
        tiles.all().forEach(tile -> tile.setSeen(false, lookBack.looking()));
        double divider = split.getDividerPositions()[0];
        preferences.update(p -> p.withLayout(DIVIDER, divider));
    }

    @Override
    public void keyPressed(KeyEvent event) {
        keys.press(event);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return LiveKeys.sheet();
    }

    /** What sessions are about, drawn on the timeline beside what was recorded here; asked now and then. */
    public void showPlans(Supplier<List<TimelineSegment>> plans) {
        lookBack.plans(plans);
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String title() {
        return "Live";
    }

    @Override
    public String icon() {
        return "mdi2v-video-outline";
    }

    @Override
    public Parent root() {
        return root;
    }
}
