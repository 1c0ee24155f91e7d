package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The bar that says what is shown when it is the demo, and takes the address of something else. */
final class SourceBar {
    /** The address that means the simulated device. */
    private static final String DEMO = "demo";
    /** Marks the button that Enter presses. */
    private static final String ACCENT = "accent";

    private final SourceDesk desk;
    /** What Enter does: show the source beside the others, or alone. */
    private boolean adding;

    @FXML
    private HBox bar;
    @FXML
    private Label text;
    @FXML
    private Label wanted;
    @FXML
    private TextField address;
    @FXML
    private Button connect;
    @FXML
    private Button addBeside;
    @FXML
    private Label error;
    @FXML
    private Button demo;

    @SuppressWarnings("NullAway.Init")
    SourceBar(SourceDesk desk) {
        this.desk = desk;
    }

    @FXML
    void initialize() {
        attached(false);
    }

    /** Follows a change of source: the demo says that it is one, as long as it is shown. */
    void attached(boolean isDemo) {
        text.setText(isDemo ? "Demo: a simulated PurpleDrop." : "");
        text.setManaged(isDemo);
        demo.setVisible(!isDemo);
        demo.setManaged(!isDemo);
        showError(Optional.empty());
        enterAdds(false);
        setShown(isDemo);
    }

    /** Takes the address of what is to be shown instead, or no address any more. */
    void toggleChange() {
        if (bar.isVisible() && !adding) {
            setShown(false);
        } else {
            open(false);
        }
    }

    /** Takes the address of what is to be shown beside the others. */
    void openToAdd() {
        open(true);
    }

    private void open(boolean toAdd) {
        enterAdds(toAdd);
        setShown(true);
        address.requestFocus();
        address.selectAll();
    }

    private void enterAdds(boolean adds) {
        adding = adds;
        wanted.setText(adds ? "Add:" : "Connect to:");
        Button taken = adds ? addBeside : connect;
        for (Button each : List.of(connect, addBeside)) {
            each.getStyleClass().remove(ACCENT);
        }
        taken.getStyleClass().add(ACCENT);
    }

    @FXML
    void enter() {
        if (adding) {
            addBeside();
        } else {
            connect();
        }
    }

    private void setShown(boolean shown) {
        bar.setVisible(shown);
        bar.setManaged(shown);
    }

    @FXML
    void connect() {
        go(desk::connect, address.getText());
    }

    @FXML
    void addBeside() {
        go(desk::add, address.getText());
    }

    @FXML
    void showAll() {
        desk.showAll();
    }

    @FXML
    void showDemo() {
        go(desk::connect, DEMO);
    }

    private void go(Consumer<String> way, String to) {
        try {
            showError(Optional.empty());
            way.accept(to);
            bar.getScene().getRoot().requestFocus();
        } catch (IllegalArgumentException e) {
            showError(Optional.ofNullable(e.getMessage()));
        }
    }

    private void showError(Optional<String> why) {
        error.setText(why.orElse(""));
        error.setVisible(why.isPresent());
        error.setManaged(why.isPresent());
    }
}
