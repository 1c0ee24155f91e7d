package org.labreel.ui.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Pulse;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.kit.Ticker;
import org.labreel.ui.timeline.Timeline;

/** The page of the sessions: the list, the plan of the chosen one with its buttons, all of them along time. */
public final class SessionsView implements Page, AutoCloseable {
    private static final double TWO_COLUMNS_PX = 1400;
    /** A folder that is damaged stays so for a while. */
    private static final int LOOK_TICKS = 4;
    private static final String DIVIDER = "sessions.list";

    private final SessionServices services;
    private final SessionsModel model;
    private final DeskBar deskBar;
    private final SessionList list;
    private final RunPanel run;
    private final PlanForm plan;
    private final CamerasForm cameras;
    private final RecordedPanel recorded;
    private final Overview overview;
    private final SessionKeys keys;
    private final Pulse pulse = new Pulse(this::show);
    private final Ticker ticker = new Ticker(Duration.ofMillis(500), this::tick);
    private final Parent root;
    private boolean connected;
    private int ticks;

    @FXML
    private SplitPane split;
    @FXML
    private VBox form;
    @FXML
    private Label nothing;
    @FXML
    private HBox columns;
    @FXML
    private VBox left;
    @FXML
    private VBox right;
    @FXML
    private VBox recordedBox;
    @FXML
    private StackPane bottom;

    @SuppressWarnings("NullAway.Init")
    public SessionsView(SessionServices services) {
        this.services = services;
        this.model = new SessionsModel(services.notices(), services.clock(), services.zone(), services.fx());
        PlanShelf plans = new PlanShelf(model, services.notices(), services.disk(), services.fx());
        this.deskBar = new DeskBar(model, services);
        this.list = new SessionList(model, plans, services.files());
        this.run = new RunPanel(model);
        this.plan = new PlanForm(model);
        this.cameras = new CamerasForm(model);
        this.recorded = new RecordedPanel(model, this::review);
        this.overview = new Overview(model);
        this.keys = new SessionKeys(model, plans, list, plan);
        this.root = Fxml.load("sessions.fxml", this, deskBar, list, run, plan, cameras, recorded);
    }

    @FXML
    void initialize() {
        Timeline face = new Timeline(overview.timeline());
        face.getStyleClass().add("sessions-timeline");
        // Times, sessions and markers; the lane of electrodes under them has nothing to tell here.
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(bottom.widthProperty());
        seen.heightProperty().bind(bottom.heightProperty());
        bottom.setClip(seen);
        bottom.getChildren().add(face);
        columns.widthProperty().subscribe(width -> arrange(width.doubleValue() >= TWO_COLUMNS_PX));
        Optional.ofNullable(services.preferences().get().layout().get(DIVIDER)).ifPresent(split::setDividerPositions);
        model.onChange(pulse::request);
    }

    /** Where there is room for it, what was recorded stands beside the plan, else under it. */
    private void arrange(boolean wide) {
        VBox home = wide ? right : left;
        if (!home.getChildren().contains(recordedBox)) {
            left.getChildren().remove(recordedBox);
            right.getChildren().remove(recordedBox);
            home.getChildren().add(recordedBox);
        }
        right.setVisible(wide);
        right.setManaged(wide);
    }

    private void review(RecordedPanel.Opening opening) {
        services.review().accept(Path.of(opening.session().folder()).resolve(opening.segment().file()));
    }

    private void tick() {
        model.desk().stock().refreshCameras();
        if (++ticks % LOOK_TICKS == 0) {
            model.desk().stock().refreshDamaged();
        }
        pulse.request();
    }

    private void show() {
        deskBar.show();
        list.show();
        overview.show();
        Optional<SessionView> chosen = model.selected();
        form.setVisible(chosen.isPresent());
        nothing.setVisible(chosen.isEmpty());
        chosen.ifPresent(view -> {
            run.show(view);
            plan.show(view);
            cameras.show(view);
            recorded.show(view);
        });
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String title() {
        return "Sessions";
    }

    @Override
    public String icon() {
        return "mdi2c-calendar-clock";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        if (!connected) {
            connected = true;
            model.use(services.local(), false);
        }
        ticker.start();
        show();
    }

    @Override
    public void deactivate() {
        ticker.close();
        model.editor().commit();
        double[] dividers = split.getDividerPositions();
        if (dividers.length > 0) {
            services.preferences().update(p -> p.withLayout(DIVIDER, dividers[0]));
        }
    }

    @Override
    public void keyPressed(KeyEvent event) {
        keys.pressed(event);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return SessionKeys.SHORTCUTS;
    }

    /** What the page works on, without its controls. */
    SessionsModel model() {
        return model;
    }

    /** Lets go of a desk in another program. */
    @Override
    public void close() {
        pulse.close();
        ticker.close();
        model.close();
    }
}
