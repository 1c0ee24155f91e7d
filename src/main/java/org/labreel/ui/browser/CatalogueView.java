package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.textfield.CustomTextField;
import org.labreel.archive.Catalogue;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.PreferencesHolder;

/** The list of recordings. A click or Enter opens one. */
final class CatalogueView {
    private final Background background;
    private final PreferencesHolder preferences;
    private final ZoneId zone;
    private final Consumer<Path> open;
    private final Runnable choose;
    private final Parent root;
    private Listing listing = new Listing(List.of(), List.of());

    @FXML
    private CustomTextField search;
    @FXML
    private ListView<Row> list;
    @FXML
    private Label nothing;

    /**
     * @param choose
     *            asks the operator for a file
     */
    @SuppressWarnings("NullAway.Init")
    CatalogueView(Background background, PreferencesHolder preferences, ZoneId zone, Consumer<Path> open,
            Runnable choose) {
        this.background = background;
        this.preferences = preferences;
        this.zone = zone;
        this.open = open;
        this.choose = choose;
        this.root = Fxml.load("catalogue.fxml", this);
    }

    /** What stands in the recordings folder, and which of the logs opened lately still exist. */
    private record Listing(List<Catalogue.Entry> entries, List<Path> recent) {
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        search.setLeft(Icons.of("mdi2m-magnify", "search-icon"));
        search.textProperty().subscribe(_ -> fill());
        list.setCellFactory(_ -> new CatalogueCell());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setPlaceholder(nothing);
    }

    /** Looks anew into the recordings folder. */
    @FXML
    void refresh() {
        Path root = preferences.get().recordings();
        List<Path> recent = preferences.get().recentLogs();
        background.submit("Look for recordings", _ -> read(root, recent), this::show, failure -> {
            show(new Listing(List.of(), recent));
            nothing.setText("The recordings folder " + root + " cannot be read: " + failure.getMessage());
        });
    }

    private static Listing read(Path root, List<Path> recent) throws IOException {
        List<Catalogue.Entry> entries = Files.isDirectory(root) ? Catalogue.list(root) : List.of();
        return new Listing(entries, recent.stream().filter(Files::isRegularFile).toList());
    }

    private void show(Listing found) {
        listing = found;
        fill();
    }

    private void fill() {
        list.getItems().setAll(CatalogueRows.of(listing.entries(), listing.recent(), search.getText(), zone));
        nothing.setText(search.getText().isBlank()
                ? "No recordings yet.\nWhat you record appears here."
                : "No recording is called “" + search.getText().strip() + "”.");
    }

    /** Marks the log that is open. */
    void select(Path log) {
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

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
        }
    }

    private void openSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof LogRow row) {
            open.accept(row.log());
        }
    }

    @FXML
    void chooseFile() {
        choose.run();
    }
}
