package org.labreel.ui.browser;

import atlantafx.base.controls.ModalPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Choosers;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.timeline.Timeline;

/** The page on which recordings are looked through, frame by frame. */
public final class BrowserView
        implements
            Page,
            BrowserKeys.Actions,
            BrowserHead.Actions,
            FrameStage.Actions,
            AutoCloseable {
    private final BrowserServices services;
    private final Transport transport;
    private final BrowserModel model;
    private final BrowserKeys keys;
    private final Choosers choosers;
    private final BrowserHead head;
    private final FrameStage stage;
    private final LookKeys lookKeys;
    private final TransportView transportView;
    private final CatalogueView catalogue;
    private final ModalPane sheets = new ModalPane();
    private final NotesView notes = new NotesView();
    private final Marks marks;
    private final Queries queries;
    private final ReachStrip reach;
    private final Remarks remarks = new Remarks(notes, this::chooseBoard);
    private Optional<LogReader> showing = Optional.empty();
    private final Parent root;

    @FXML
    private StackPane page;
    @FXML
    private SplitPane whole;
    @FXML
    private SplitPane split;
    @FXML
    private VBox middle;

    @SuppressWarnings("NullAway.Init")
    public BrowserView(BrowserServices services, ExportDoor exportDoor) {
        this.services = services;
        this.transport = new Transport(NoLog.INDEX, services.nanos());
        this.model = new BrowserModel(services.background(), services.preferences(), services.boards(),
                services.cache(), transport, services.worker(), services.ui(), services.decoders());
        this.keys = new BrowserKeys(transport, this);
        StillJob stills = new StillJob(services, model, new StillChoices(services.preferences()));
        this.head = new BrowserHead(stills, this);
        this.stage = new FrameStage(services, model, this);
        this.lookKeys = new LookKeys(stage, stills);
        this.catalogue = new CatalogueView(services, model, this::chooseFile);
        this.marks = new Marks(model, transport, services, exportDoor, this::keyPressed);
        marks.besides(stage.step()::sideBySide);
        this.queries = new Queries(model, transport, services, exportDoor, marks.annotations(), this::keyPressed);
        BrowserTimeline timeline = new BrowserTimeline(model, marks.annotations(), services);
        queries.drawOn(timeline);
        this.transportView = new TransportView(transport, services.zone(), new Timeline(timeline.timeline()));
        this.reach = new ReachStrip(model);
        this.choosers = new Choosers(services.preferences());
        this.root = Fxml.load("browser.fxml", this);
    }

    @FXML
    void initialize() {
        split.getItems().addFirst(queries.over(catalogue.root()));
        Parent state = new StateView(model, stage).root();
        VBox.setVgrow(state, Priority.ALWAYS);
        split.getItems().add(new VBox(state, marks.root(), new RangeView(transport, marks, this::export).root()));
        Sides.keep(split, services.preferences());
        middle.getChildren().addAll(head.root(), queries.bar(), new OpeningView(model).root(), notes, stage.root(),
                reach.root());
        page.getChildren().add(sheets);
        sheets.setId("sheets");
        sheets.displayProperty().subscribe((_, shown) -> {
            if (!shown && transport.index().frames() > 0) {
                transportView.focus();
            }
        });
        BottomPanel.add(whole, transportView.root(), services.preferences());
        new FileDrop(page, this::open);
        stage.frame().electrodesVisibleProperty().bind(head.electrodesShown());
        stage.frame().measure().inHandProperty().bindBidirectional(head.measuring());
        stage.compare().logProperty().subscribe(_ -> head.setComparing(stage.compare().isActive()));
        model.openProperty().subscribe(this::opened);
        model.refusalProperty().subscribe(this::refused);
    }

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public String title() {
        return "Browser";
    }

    @Override
    public String icon() {
        return "mdi2f-filmstrip";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        catalogue.begin();
        model.readOn();
        reach.begin();
        marks.refresh();
        if (transport.index().frames() > 0) {
            transportView.focus();
        }
    }

    @Override
    public void deactivate() {
        catalogue.end();
        reach.end();
        transport.stop();
    }

    @Override
    public void keyPressed(KeyEvent event) {
        if (sheets.isDisplay()) {
            // Also when nothing on the sheet has the focus any more.
            if (event.getCode() == KeyCode.ESCAPE) {
                dismiss();
                event.consume();
            }
        } else if (!catalogue.takes(event)) {
            lookKeys.pressed(event);
            if (!event.isConsumed()) {
                keys.pressed(event);
            }
            transportView.keyPressed(event);
        }
    }

    @Override
    public List<Shortcut> shortcuts() {
        return Stream.of(BrowserKeys.SHEET, LookKeys.SHEET, TransportView.SHEET).flatMap(List::stream).toList();
    }

    /** Opens a log. */
    public void open(Path log) {
        model.open(log);
    }

    /** Shows a frame of another log beside the one that is shown. */
    public void compareWith(Path log) {
        stage.compareWith(log);
    }

    /** Whether this log is open. */
    public boolean isShowing(Path log) {
        return model.openProperty().get()
                .filter(open -> open.reader().file().toAbsolutePath().equals(log.toAbsolutePath())).isPresent();
    }

    /** Shows a sheet over the page until it is dismissed or Esc is pressed. */
    public void present(Node sheet) {
        transport.stop();
        sheets.show(sheet);
    }

    public void dismiss() {
        sheets.hide(true);
    }

    private void opened(Optional<OpenLog> log) {
        head.show(log);
        remarks.show(log);
        boolean turned = !log.map(OpenLog::reader).equals(showing);
        showing = log.map(OpenLog::reader);
        if (turned) {
            log.map(found -> found.reader().file().toAbsolutePath()).ifPresent(catalogue::select);
        }
        if (turned && log.filter(found -> found.frames() > 0).isPresent()) {
            transportView.focus();
        }
    }

    @Override
    public BrowserKeys.QueryActions queries() {
        return queries;
    }

    @Override
    public void find() {
        queries.find();
    }

    @Override
    public BrowserKeys.MarkActions marks() {
        return marks;
    }

    @Override
    public void refused(String why) {
        if (!why.isEmpty()) {
            notes.refuse(why);
        }
    }

    @Override
    public void chooseBoard() {
        choosers.board(root.getScene().getWindow()).ifPresent(this::useBoard);
    }

    /** Draws the electrodes of this board file over the log, and over all that bring none. */
    public void useBoard(Path file) {
        model.chooseBoard(file, refused -> services.notices().error("The board was not taken",
                String.valueOf(refused.getMessage()), refused));
    }

    @Override
    public void chooseFile() {
        choosers.log(root.getScene().getWindow()).ifPresent(this::open);
    }

    @Override
    public void largeStep(int direction) {
        model.largeStep(direction);
    }

    @Override
    public void askWhere() {
        transportView.askWhere();
    }

    @Override
    public void export() {
        marks.exportSelection();
    }

    @Override
    public Optional<Path> otherLog() {
        return choosers.log(root.getScene().getWindow());
    }

    @Override
    public void toggleCompare() {
        stage.toggleCompare();
        // A log without frames is not compared, and its button is not left pressed.
        head.setComparing(stage.compare().isActive());
    }

    @Override
    public void close() {
        reach.end();
        catalogue.end();
        stage.close();
        model.close();
    }
}
