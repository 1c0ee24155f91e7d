package org.labreel.ui.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.kit.Ticker;

/** The page of the sources. */
public final class SourcesView implements Page {
    private static final Duration TICK = Duration.ofMillis(500);

    private final SourcesModel model;
    private final Notices notices;
    private final Runnable toLive;
    private final Parent root;
    private final Ticker tick = new Ticker(TICK, this::refresh);

    @FXML
    private TextField address;
    @FXML
    private Label problem;
    @FXML
    private Button connect;
    @FXML
    private Button addBeside;
    @FXML
    private TableView<SourceRow> table;
    @FXML
    private TableColumn<SourceRow, String> name;
    @FXML
    private TableColumn<SourceRow, String> where;
    @FXML
    private TableColumn<SourceRow, String> kind;
    @FXML
    private TableColumn<SourceRow, SourceRow.State> state;
    @FXML
    private TableColumn<SourceRow, String> seen;
    @FXML
    private Label search;
    @FXML
    private Button rowConnect;
    @FXML
    private Button rowAdd;
    @FXML
    private Button rowForget;

    /**
     * @param toLive
     *            shows the live page
     */
    @SuppressWarnings("NullAway.Init")
    public SourcesView(SourcesModel model, Notices notices, Runnable toLive) {
        this.model = model;
        this.notices = notices;
        this.toLive = toLive;
        this.root = Fxml.load("sources.fxml", this);
    }

    @FXML
    void initialize() {
        text(name, SourceRow::name);
        text(where, SourceRow::address);
        text(kind, SourceRow::kind);
        text(seen, row -> row.state() == SourceRow.State.CONNECTED
                ? "now"
                : row.lastSeen().map(at -> SourceWords.ago(at, Instant.now())).orElse("not yet"));
        state.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().state()));
        state.setCellFactory(_ -> new StateCell());
        table.setRowFactory(_ -> row());
        table.setPlaceholder(new Label("No source is known yet. Type an address above."));
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        address.textProperty().subscribe(this::typed);
        chosen(null);
    }

    private static void text(TableColumn<SourceRow, String> column, Function<SourceRow, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    private TableRow<SourceRow> row() {
        TableRow<SourceRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                use(row.getItem().address(), false);
            }
        });
        return row;
    }

    private void typed(String text) {
        Optional<String> why = model.problem(text);
        say(why);
        connect.setDisable(text.isBlank() || why.isPresent());
        addBeside.setDisable(connect.isDisable());
    }

    private void say(Optional<String> why) {
        problem.setText(why.orElse(""));
        problem.setVisible(why.isPresent());
    }

    private void chosen(@Nullable SourceRow row) {
        rowConnect.setDisable(row == null);
        rowAdd.setDisable(row == null || live(row));
        rowForget.setDisable(row == null || !row.remembered());
    }

    private static boolean live(SourceRow row) {
        return row.state() == SourceRow.State.CONNECTED || row.state() == SourceRow.State.TRYING;
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            selected().ifPresent(row -> use(row.address(), event.isControlDown()));
            event.consume();
        } else if (code == KeyCode.DELETE) {
            forget();
            event.consume();
        }
    }

    private Optional<SourceRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void use(String text, boolean beside) {
        try {
            model.use(text, beside);
            address.clear();
            toLive.run();
        } catch (IllegalArgumentException e) {
            say(Optional.ofNullable(e.getMessage()));
        }
    }

    @FXML
    void connectTyped() {
        if (!connect.isDisable()) {
            use(address.getText(), false);
        }
    }

    @FXML
    void addTyped() {
        use(address.getText(), true);
    }

    @FXML
    void connectChosen() {
        selected().ifPresent(row -> use(row.address(), false));
    }

    @FXML
    void addChosen() {
        selected().ifPresent(row -> use(row.address(), true));
    }

    @FXML
    void forget() {
        selected().filter(SourceRow::remembered).ifPresent(row -> {
            model.forget(row);
            refresh();
            notices.info(row.name() + " is forgotten", "Its recordings stay.", new Notice.Choice("Take back", () -> {
                model.remember(row);
                refresh();
            }));
        });
    }

    private void refresh() {
        List<SourceRow> rows = model.rows();
        SteadyRows.show(rows, table);
        long found = rows.stream().filter(row -> row.state() == SourceRow.State.FOUND).count();
        search.setText(SourceWords.search(model.trouble(), found));
    }

    @Override
    public void activate() {
        model.open();
        refresh();
        tick.start();
    }

    @Override
    public void deactivate() {
        tick.close();
        model.close();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(new Shortcut("Enter, double click", "Show the chosen source alone"),
                new Shortcut("Ctrl+Enter", "Show it beside the others"),
                new Shortcut("Delete", "Forget it"));
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public String title() {
        return "Sources";
    }

    @Override
    public String icon() {
        return "mdi2v-video-input-component";
    }

    @Override
    public Parent root() {
        return root;
    }
}
