package org.labreel.ui.browser;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.model.Board;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Shortcut;

/** The page on which recordings are looked through, frame by frame. */
public final class BrowserView implements Page, BrowserKeys.Actions, AutoCloseable {
    /** Below this the name of the log needs the room that words on buttons take. */
    private static final double NARROW = 560;

    private final BrowserServices services;
    private final ExportDoor exportDoor;
    private final Transport transport;
    private final BrowserModel model;
    private final BrowserKeys keys;
    private final Choosers choosers;
    private final FramePane pane;
    private final TransportView transportView;
    private final CatalogueView catalogue;
    private final ModalPane sheets = new ModalPane();
    private final NotesView notes = new NotesView();
    private final Marks marks;
    private final Parent root;

    @FXML
    private StackPane page;
    @FXML
    private SplitPane split;
    @FXML
    private Label title;
    @FXML
    private Label folder;
    @FXML
    private ToggleButton electrodes;
    @FXML
    private Button boardButton;
    @FXML
    private Button stillButton;
    @FXML
    private VBox opening;
    @FXML
    private Label openingText;
    @FXML
    private ProgressBar openingBar;
    @FXML
    private VBox middle;

    @SuppressWarnings("NullAway.Init")
    public BrowserView(BrowserServices services, ExportDoor exportDoor) {
        this.services = services;
        this.exportDoor = exportDoor;
        this.transport = new Transport(NoLog.INDEX, services.nanos());
        this.model = new BrowserModel(services.background(), services.preferences(), services.boards(), transport,
                services.worker(), services.ui(), services.decoders());
        this.keys = new BrowserKeys(transport, this);
        this.pane = new FramePane(model, this::chooseFile);
        this.transportView = new TransportView(transport, services.zone());
        this.catalogue = new CatalogueView(services.background(), services.preferences(), services.zone(), this::open,
                this::chooseFile);
        this.marks = new Marks(model, transport, services, exportDoor, this::keyPressed);
        this.choosers = new Choosers(services.preferences());
        this.root = Fxml.load("browser.fxml", this);
    }

    @FXML
    void initialize() {
        split.getItems().addFirst(catalogue.root());
        Parent state = new StateView(model).root();
        VBox.setVgrow(state, Priority.ALWAYS);
        split.getItems().add(new VBox(state, marks.root(), new RangeView(transport, marks, this::export).root()));
        Sides.keep(split, services.preferences());
        middle.widthProperty().subscribe(width -> electrodes.setContentDisplay(
                width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        middle.getChildren().addAll(notes, pane.root(), transportView.root());
        page.getChildren().add(sheets);
        sheets.setId("sheets");
        marks.annotations().allProperty().subscribe(all -> transportView.setMarkers(all.markers()));
        new FileDrop(page, this::open);
        pane.electrodesVisible().bind(electrodes.selectedProperty());
        model.openProperty().subscribe(this::opened);
        model.refusalProperty().subscribe(this::refused);
        model.openingProperty().subscribe(this::opening);
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
        catalogue.refresh();
        model.readOn();
        marks.refresh();
        if (transport.index().frames() > 0) {
            transportView.focus();
        }
    }

    @Override
    public void deactivate() {
        transport.stop();
    }

    @Override
    public void keyPressed(KeyEvent event) {
        if (!sheets.isDisplay()) {
            keys.pressed(event);
        }
    }

    @Override
    public List<Shortcut> shortcuts() {
        return BrowserKeys.SHEET;
    }

    /** Opens a log. */
    public void open(Path log) {
        model.open(log);
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
        boolean frames = log.filter(found -> found.frames() > 0).isPresent();
        stillButton.setDisable(!frames);
        electrodes.setDisable(log.flatMap(OpenLog::board).isEmpty());
        boardButton.setDisable(log.isEmpty());
        Optional<Path> file = log.map(found -> found.reader().file().toAbsolutePath());
        title.setText(file.map(Path::getFileName).map(Path::toString).orElse("No log is open"));
        folder.setText(file.map(Path::getParent).map(Path::toString).orElse(""));
        folder.setTooltip(file.map(path -> new Tooltip(path.toString())).orElse(null));
        notes.show(frames ? log.map(OpenLog::notes).orElse(List.of()) : List.of());
        if (frames && log.flatMap(OpenLog::board).isEmpty()) {
            notes.add(
                    new LogNotes.Note(false, "No board is known for this log, so its electrodes cannot be drawn.", ""),
                    Optional.of(new NotesView.Remedy("Choose a board…", this::chooseBoard)));
        }
        boardButton.setTooltip(new Tooltip(log.flatMap(OpenLog::board)
                .map(board -> "Electrodes from " + board.origin() + ". Click to choose a board file")
                .orElse("Choose a board file, to draw electrodes over the frames")));
        file.ifPresent(catalogue::select);
        if (frames) {
            transportView.focus();
        }
    }

    @Override
    public BrowserKeys.MarkActions marks() {
        return marks;
    }

    private void refused(String why) {
        if (!why.isEmpty()) {
            notes.refuse(why);
        }
    }

    private void opening(Optional<Job> job) {
        opening.setVisible(job.isPresent());
        openingBar.progressProperty().unbind();
        job.ifPresent(found -> {
            openingText.setText(found.title() + "…");
            openingBar.progressProperty().bind(found.progressProperty());
        });
    }

    @FXML
    void cancelOpening() {
        model.cancelOpening();
    }

    @FXML
    void chooseBoard() {
        choosers.board(root.getScene().getWindow()).ifPresent(this::useBoard);
    }

    /** Draws the electrodes of this board file over the log, and over all that bring none. */
    public void useBoard(Path file) {
        try {
            model.chooseBoard(file);
        } catch (IOException e) {
            services.notices().error("The board was not taken", String.valueOf(e.getMessage()), e);
        }
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
        LogIndex index = transport.index();
        FrameRange range = transport.rangeProperty().get();
        model.openProperty().get().filter(_ -> index.frames() > 0).ifPresent(log -> {
            Optional<Board> board = log.board().map(BoardChoice.Found::board);
            Duration duration = range.duration(index);
            exportDoor.offer(new ExportRequest.Range(log.reader().file(), range.first(), range.last(index.frames())),
                    board, duration);
        });
    }

    @Override
    @FXML
    public void still() {
        int frame = transport.frame();
        model.openProperty().get().filter(_ -> frame >= 0).ifPresent(log -> StillJob.start(services, log, frame));
    }

    @Override
    public void close() {
        model.close();
    }
}
