package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Job;

/** The list of what a query found; a click goes there. Some of them, or all, can be kept and exported. */
final class QueryHits {
    private final QueryModel model;
    private final Actions actions;
    private final Parent root;

    @FXML
    private Label title;
    @FXML
    private Label query;
    @FXML
    private Label state;
    @FXML
    private Region running;
    @FXML
    private ProgressBar progress;
    @FXML
    private ListView<QueryRow> list;
    @FXML
    private Button keepButton;
    @FXML
    private Button exportButton;

    /** What the list asks of the page around it. */
    interface Actions {
        void goTo(QueryRow.Place place);

        void keep(List<QueryRow.Place> places);

        void export(List<QueryRow.Place> places);

        /** A key that means nothing in the list. */
        void key(KeyEvent event);
    }

    @SuppressWarnings("NullAway.Init")
    QueryHits(QueryModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        this.root = Fxml.load("hits.fxml", this);
        model.resultsProperty().subscribe(this::show);
        model.jobProperty().subscribe(this::job);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new QueryCell());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(KeyEvent.KEY_RELEASED, this::moved);
        list.getSelectionModel().selectedIndexProperty().subscribe(_ -> buttons());
    }

    private void show(Optional<QueryModel.Results> results) {
        root.setVisible(results.isPresent());
        if (results.isEmpty()) {
            list.getItems().clear();
            return;
        }
        QueryModel.Results now = results.get();
        title.setText(QueryRow.count(now.hits()));
        query.setText(now.query());
        state.setText(words(now));
        List<QueryRow> rows = QueryRow.of(now);
        // A search only adds; what is selected stays.
        if (rows.size() < list.getItems().size() || now.searched() == 0) {
            list.getItems().clear();
        }
        list.getItems().addAll(rows.subList(list.getItems().size(), rows.size()));
        buttons();
    }

    private static String words(QueryModel.Results now) {
        String where = now.everywhere()
                ? "in " + now.searched() + (now.searched() == 1 ? " recording" : " recordings")
                : "in this log";
        return switch (now.stage()) {
            case RUNNING -> now.everywhere() ? where + " so far" : "searching…";
            case COMPLETE -> where;
            case CANCELLED -> where + "; the search was cancelled";
            case FAILED -> "The search ended early: " + now.words();
        };
    }

    private void job(Optional<Job> job) {
        running.setVisible(job.isPresent());
        progress.progressProperty().unbind();
        job.ifPresent(found -> progress.progressProperty().bind(found.progressProperty()));
    }

    private void buttons() {
        boolean some = chosen().size() < places().size();
        keepButton.setText(some ? "Keep selected" : "Keep all");
        exportButton.setText(some ? "Export selected…" : "Export all…");
        keepButton.setDisable(places().isEmpty());
        exportButton.setDisable(places().isEmpty());
    }

    private List<QueryRow.Place> places() {
        return only(list.getItems());
    }

    /** Those that are selected if several are, else all: a single one is only where the operator stands. */
    private List<QueryRow.Place> chosen() {
        List<QueryRow.Place> selected = only(list.getSelectionModel().getSelectedItems());
        return selected.size() > 1 ? selected : places();
    }

    private static List<QueryRow.Place> only(List<QueryRow> rows) {
        return rows.stream().filter(QueryRow.Place.class::isInstance).map(QueryRow.Place.class::cast).toList();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown()) {
            goTo();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> goTo();
            case LEFT, RIGHT, HOME, END, SPACE -> actions.key(event);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moved(KeyEvent event) {
        if ((event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) && !event.isShiftDown()) {
            goTo();
        }
    }

    private void goTo() {
        if (list.getSelectionModel().getSelectedItem() instanceof QueryRow.Place place) {
            actions.goTo(place);
        }
    }

    /** Goes to the next hit (1) or the one before (-1); headings are passed over. */
    void step(int towards) {
        int at = list.getSelectionModel().getSelectedIndex()
                + (towards < 0 && list.getSelectionModel().isEmpty() ? 1 : 0);
        for (int i = at + towards; i >= 0 && i < list.getItems().size(); i += towards) {
            if (list.getItems().get(i) instanceof QueryRow.Place) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 2));
                goTo();
                return;
            }
        }
    }

    @FXML
    void keep() {
        actions.keep(chosen());
    }

    @FXML
    void export() {
        actions.export(chosen());
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void close() {
        model.clear();
    }
}
