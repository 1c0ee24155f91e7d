package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Pulse;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.kit.Ticker;
import org.labreel.ui.view.FrameTransform;
import org.labreel.ui.view.FrameView;

/** The live page: the frame, what the device says, how the feed comes through, and the record button. */
public final class LiveView implements Page {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final String DIVIDER = "live.divider";
    private static final List<Shortcut> SHEET = List.of(new Shortcut("R", "Begin or end a segment"),
            new Shortcut("M", "Mark this moment"),
            new Shortcut("Shift+M", "Write the text of the newest marker; Enter keeps it, Esc leaves it empty"),
            new Shortcut("H", "Capacitance heat map"), new Shortcut("T", "Electrodes"),
            new Shortcut("Ctrl+Wheel", "Zoom the frame about the pointer, double click to fit"));

    private final PreferencesHolder preferences;
    private final SourceBar sourceBar;
    private final MarkerStrip markerStrip = new MarkerStrip();
    private final RecordPanel recordPanel;
    private final OverlayPanel overlayPanel;
    private final ReadingsPanel readingsPanel = new ReadingsPanel();
    private final DevicePanel devicePanel = new DevicePanel();
    private final HealthPanel healthPanel;
    private final Pulse pulse = new Pulse(this::draw);
    private final Ticker tick = new Ticker(TICK, this::refresh);
    private @Nullable LiveModel model;
    private @Nullable RecordControl control;
    private boolean active;
    private int pictureWidth;
    private int pictureHeight;
    private Optional<DeviceEvent.ImageTransform> transform = Optional.empty();
    private LookBackPanel lookBack;

    @FXML
    private BorderPane root;
    @FXML
    private Region statusDot;
    @FXML
    private Label statusText;
    @FXML
    private Button change;
    @FXML
    private SplitPane split;
    @FXML
    private FrameView frame;
    @FXML
    private VBox middle;

    /**
     * @param review
     *            opens a finished recording
     * @param connect
     *            leaves the present source for the one at this address; throws IllegalArgumentException with a sentence
     *            for the operator when it is none
     */
    @SuppressWarnings("NullAway.Init")
    public LiveView(Notices notices, PreferencesHolder preferences, Opener opener, Consumer<Path> review,
            Consumer<String> connect) {
        this.preferences = preferences;
        this.sourceBar = new SourceBar(connect);
        this.recordPanel = new RecordPanel(notices, opener, markerStrip, review);
        this.overlayPanel = new OverlayPanel(preferences);
        this.healthPanel = new HealthPanel(notices);
        Fxml.load("live.fxml", this, sourceBar, recordPanel, markerStrip, overlayPanel, readingsPanel, devicePanel,
                healthPanel);
    }

    @FXML
    void initialize() {
        lookBack = new LookBackPanel(frame, preferences, ZoneId.systemDefault(), this::turned);
        middle.getChildren().add(lookBack.root());
        overlayPanel.bind(frame);
        frame.setBanner(Optional.of("Starting…"));
        Optional.ofNullable(preferences.get().layout().get(DIVIDER)).ifPresent(split::setDividerPositions);
    }

    /**
     * Shows this source from now on.
     *
     * @param isDemo
     *            whether it is the simulated device
     */
    public void attach(LiveModel newModel, RecordControl newControl, boolean isDemo) {
        if (model != null) {
            model.setActive(false);
        }
        model = newModel;
        control = newControl;
        frame.clearFrame();
        markerStrip.forget();
        transform = Optional.empty();
        readingsPanel.attach(newModel);
        recordPanel.attach(newModel, newControl);
        // At once, since losses are counted from the press on and the next tick may come after the first of them.
        newControl.onChange(this::refresh);
        healthPanel.attached();
        sourceBar.attached(isDemo);
        // The demo's bar stays, so that nobody takes it for a device.
        change.setVisible(!isDemo);
        change.setManaged(!isDemo);
        lookBack.attach(newModel, newControl);
        newModel.onChange(pulse::request);
        newModel.setActive(active);
        refresh();
        pulse.request();
    }

    /** Whether a source is attached. */
    public boolean attached() {
        return model != null;
    }

    /** What is shown now. */
    public LiveModel model() {
        return attached(model);
    }

    /** The recording of what is shown now. */
    public RecordControl record() {
        return attached(control);
    }

    private static <T> T attached(@Nullable T part) {
        return Optional.ofNullable(part).orElseThrow(() -> new IllegalStateException("no source was attached yet"));
    }

    public FrameView frame() {
        return frame;
    }

    private void draw() {
        LiveModel from = model;
        if (from == null || !active || lookBack.looking()) {
            return;
        }
        from.takeFrame().ifPresent(newest -> {
            Picture picture = newest.picture();
            frame.show(picture);
            pictureWidth = picture.width();
            pictureHeight = picture.height();
            transform = newest.state().imageTransform();
            from.shown(newest);
        });
        DeviceState state = from.state();
        frame.setOverlay(from.board(), FrameTransform.of(transform, pictureWidth, pictureHeight), state.activePins());
        frame.setHeat(state.scan().map(DeviceEvent.ScanCapacitance::picofarads), overlayPanel.maximumPicofarads());
    }

    private void refresh() {
        LiveModel from = model;
        RecordControl recording = control;
        if (from == null || recording == null) {
            return;
        }
        LiveFigures figures = from.figures();
        statusText.setText(figures.status().text());
        Dots.set(statusDot, Dots.Colour.of(figures.status().state()));
        Freshness freshness = Freshness.of(figures);
        readingsPanel.refresh(lookBack.state().orElse(from.state()), freshness);
        devicePanel.refresh(from, freshness);
        recordPanel.refresh();
        healthPanel.refresh(from, recording, figures);
        lookBack.refresh();
        DeviceState seen = lookBack.state().orElse(from.state());
        frame.setHeat(seen.scan().map(DeviceEvent.ScanCapacitance::picofarads), overlayPanel.maximumPicofarads());
        if (!lookBack.looking()) {
            frame.setBanner(FrameBanner.of(figures));
        }
    }

    /** From the present to the past, or back: what nobody sees is not decoded. */
    private void turned() {
        if (model != null) {
            model.setActive(active && !lookBack.looking());
        }
        pulse.request();
        refresh();
    }

    @FXML
    void changeSource() {
        sourceBar.toggle();
    }

    @Override
    public void activate() {
        active = true;
        if (model != null) {
            model.setActive(!lookBack.looking());
        }
        tick.start();
        refresh();
        pulse.request();
    }

    @Override
    public void deactivate() {
        active = false;
        tick.close();
        markerStrip.leave();
        if (model != null) {
            model.setActive(false);
        }
        double divider = split.getDividerPositions()[0];
        preferences.update(p -> p.withLayout(DIVIDER, divider));
    }

    @Override
    public void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (lookBack.press(event)) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case R -> recordPanel.toggle();
            case M -> mark(event.isShiftDown());
            case H -> overlayPanel.toggleHeat();
            case T -> overlayPanel.toggleElectrodes();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void mark(boolean describe) {
        if (!describe || !markerStrip.write()) {
            recordPanel.mark();
        }
    }

    @Override
    public List<Shortcut> shortcuts() {
        return Stream.concat(SHEET.stream(), LookBackPanel.SHEET.stream()).toList();
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
