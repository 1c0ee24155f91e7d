package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Icons;

/** The list of recordings. A click or Enter opens one; while it is shown it follows what happens in the folder. */
final class CatalogueView {
    private static final Duration LOOK = Duration.seconds(2);

    private final CatalogueModel model;
    private final ThumbnailLoader thumbnails;
    private final ZoneId zone;
    private final Consumer<Path> open;
    private final Runnable choose;
    private final CatalogueDesk desk;
    private final CatalogueMenu menu;
    private final Parent root;
    private final Timeline looking;
    private Optional<Path> selected = Optional.empty();

    @FXML
    private CustomTextField search;
    @FXML
    private ListView<Row> list;
    @FXML
    private MenuButton more;
    @FXML
    private Label nothing;

    /**
     * @param page
     *            shows what is opened here
     * @param choose
     *            asks the operator for a file
     */
    @SuppressWarnings("NullAway.Init")
    CatalogueView(BrowserServices services, CatalogueDesk.Page page, Runnable choose) {
        this.model = new CatalogueModel(services.preferences(), services.disk(), services.ui());
        this.thumbnails = new ThumbnailLoader(services.thumbnails(), services.disk(), services.ui(),
                () -> list.refresh());
        this.zone = services.zone();
        this.open = page::open;
        this.choose = choose;
        this.desk = new CatalogueDesk(services, page, this::refresh);
        this.menu = new CatalogueMenu(desk, services.opener(), new Lines());
        this.looking = new Timeline(new KeyFrame(LOOK, _ -> model.follow()));
        looking.setCycleCount(Animation.INDEFINITE);
        this.root = Fxml.load("catalogue.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        search.setLeft(Icons.of("mdi2m-magnify", "search-icon"));
        search.textProperty().subscribe(_ -> fill());
        list.setCellFactory(_ -> new CatalogueCell(thumbnails, new Lines()));
        list.editingIndexProperty().subscribe(index -> {
            if (index.intValue() < 0) {
                // Else a click on what is chosen already would ask for another name.
                list.setEditable(false);
            }
        });
        more.setOnShowing(_ -> more.getItems().setAll(menu.items(selected())));
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setPlaceholder(nothing);
        model.foundProperty().subscribe(_ -> fill());
        model.troubleProperty().subscribe(_ -> fill());
        model.lookedProperty().subscribe(_ -> fill());
    }

    /** Looks anew into the recordings folder. */
    @FXML
    void refresh() {
        model.refresh();
    }

    /** Follows the folder from here on. */
    void begin() {
        model.refresh();
        looking.play();
    }

    /** Follows it no more. */
    void end() {
        looking.stop();
    }

    private void fill() {
        CatalogueModel.Found found = model.foundProperty().get();
        CatalogueSearch wanted = new CatalogueSearch(search.getText(), zone, LocalDate.now(zone));
        List<Row> rows = CatalogueRows.of(found.listing(), found.recent(), wanted, zone);
        if (list.getEditingIndex() >= 0) {
            // What is being written stays; the next look fills the list.
            return;
        }
        if (!rows.equals(list.getItems())) {
            // What is under the operator's hand stays chosen, also between press and click.
            Optional<Path> chosen = chosen().or(() -> selected);
            list.getItems().setAll(rows);
            chosen.ifPresent(this::choose);
        }
        nothing.setText(whyNothing(wanted.isEmpty()));
    }

    private String whyNothing(boolean all) {
        String trouble = model.troubleProperty().get();
        if (!trouble.isEmpty()) {
            return trouble;
        }
        if (!model.lookedProperty().get()) {
            return "Looking through the recordings…";
        }
        return all
                ? "No recordings yet.\nWhat you record appears here."
                : "No recording is found for “" + search.getText().strip() + "”.";
    }

    /** Marks the log that is open. */
    void select(Path log) {
        selected = Optional.of(log);
        choose(log);
    }

    private Optional<Path> chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof LogRow row
                ? Optional.of(row.log())
                : Optional.empty();
    }

    private void choose(Path log) {
        for (Row row : list.getItems()) {
            if (row instanceof LogRow found && found.log().equals(log)) {
                list.getSelectionModel().select(row);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            openSelected();
        }
    }

    /** Whether a key that the page knows too means something else in the list, which has the focus. */
    boolean takes(KeyEvent event) {
        return list.isFocused() && isUndo(event);
    }

    private boolean isUndo(KeyEvent event) {
        return event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown()
                && !desk.undoName().isEmpty();
    }

    private void pressed(KeyEvent event) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        if (isUndo(event)) {
            desk.undo();
        } else if (event.getCode() == KeyCode.ENTER) {
            openSelected();
        } else if (event.getCode() == KeyCode.DELETE) {
            selected().ifPresent(desk::delete);
        } else if (event.getCode() == KeyCode.F2) {
            selected().ifPresent(this::write);
        } else {
            return;
        }
        event.consume();
    }

    private Optional<Row> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void write(Row row) {
        int at = list.getItems().indexOf(row);
        if (at >= 0 && CatalogueDesk.canRename(row)) {
            list.setEditable(true);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(at);
            list.edit(at);
        }
    }

    /** What a line of the list can have done. */
    private final class Lines implements CatalogueCell.Actions, CatalogueMenu.Actions {
        @Override
        public ContextMenu menu(Row row) {
            return menu.of(row);
        }

        @Override
        public void rename(Row row, String name) {
            desk.rename(row, name);
        }

        @Override
        public void open(Path log) {
            open.accept(log);
        }

        @Override
        public void write(Row row) {
            CatalogueView.this.write(row);
        }
    }

    private void openSelected() {
        chosen().ifPresent(open);
    }

    @FXML
    void chooseFile() {
        choose.run();
    }
}
