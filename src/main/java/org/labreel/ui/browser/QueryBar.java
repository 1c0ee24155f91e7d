package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.labreel.query.Query;
import org.labreel.query.QueryException;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.FxThread;

/** The bar in which a query is written: checked at every letter, what is wrong marked at its place. */
final class QueryBar {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int MOST_LISTED = 8;
    private static final List<String> EXAMPLES = List.of("changed(pins)", "pin(42) and temperature(0) > 60 °C",
            "capacitance > 30 pF for 2 s", "voltage < 100 V within 1 s of changed(pins)", "marker(\"merge\")",
            "gap or lost", "not (temperature(0) > 20 and temperature(0) < 30)");

    private final QueryModel model;
    private final Actions actions;
    private final Parent root;
    private int back = -1;

    @FXML
    private Region bar;
    @FXML
    private TextField field;
    @FXML
    private MenuButton menu;
    @FXML
    private CheckBox everywhere;
    @FXML
    private Pane wrong;
    @FXML
    private TextFlow place;
    @FXML
    private Label words;

    /** What the bar asks of the page around it. */
    interface Actions {
        void search(Query query, boolean everywhere);

        /** The bar is closed. */
        void left();
    }

    @SuppressWarnings("NullAway.Init")
    QueryBar(QueryModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        this.root = Fxml.load("query.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        bar.setVisible(false);
        wrong.setVisible(false);
        field.textProperty().subscribe(_ -> check(false));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        menu.setOnShowing(_ -> fill());
        fill();
    }

    /** Shows the bar and lets the operator write. */
    void open() {
        bar.setVisible(true);
        // The letter of the key that opened it is still to come.
        FxThread.later(() -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    @FXML
    void close() {
        bar.setVisible(false);
        actions.left();
    }

    @FXML
    void find() {
        Optional<QueryException> trouble = check(true);
        if (trouble.isEmpty()) {
            try {
                actions.search(Query.parse(field.getText()), everywhere.isSelected());
            } catch (QueryException e) {
                throw new IllegalStateException("it was read a moment ago", e);
            }
        }
    }

    /**
     * @param asked
     *            an answer is wanted now: then the mistake is selected, to be written over
     */
    private Optional<QueryException> check(boolean asked) {
        String text = field.getText();
        Optional<QueryException> trouble = QueryModel.check(text);
        wrong.setVisible(trouble.isPresent() && (asked || !text.isBlank()));
        wrong.pseudoClassStateChanged(ERROR, asked);
        field.pseudoClassStateChanged(ERROR, asked && trouble.isPresent());
        trouble.ifPresent(found -> show(text, found, asked));
        return trouble;
    }

    private void show(String text, QueryException trouble, boolean asked) {
        int from = Math.min(trouble.from(), text.length());
        int to = Math.min(trouble.to(), text.length());
        words.setText(trouble.words());
        Text at = new Text(from == to ? " ⌴ " : text.substring(from, to));
        at.getStyleClass().addAll("query-text", "query-wrong");
        place.getChildren().setAll(part(text.substring(0, from)), at, part(text.substring(to)));
        place.setAccessibleText("At character " + (from + 1));
        if (asked) {
            field.requestFocus();
            field.selectRange(from, to);
        }
    }

    private static Text part(String text) {
        Text part = new Text(text);
        part.getStyleClass().add("query-text");
        return part;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> find();
            case ESCAPE -> close();
            case UP -> remembered(1);
            case DOWN -> remembered(-1);
            default -> {
                back = -1;
                return;
            }
        }
        event.consume();
    }

    /** Up goes back through the queries put before, Down comes again. */
    private void remembered(int towards) {
        List<String> before = model.remembered();
        back = Math.clamp(back + towards, -1, before.size() - 1);
        if (back >= 0) {
            write(before.get(back));
        }
    }

    private void write(String text) {
        field.setText(text);
        field.end();
    }

    private void fill() {
        menu.getItems().clear();
        model.remembered().stream().limit(MOST_LISTED).forEach(this::add);
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem head = new MenuItem("Examples");
        head.setDisable(true);
        menu.getItems().add(head);
        EXAMPLES.forEach(this::add);
    }

    private void add(String text) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            write(text);
            field.requestFocus();
        });
        menu.getItems().add(item);
    }
}
