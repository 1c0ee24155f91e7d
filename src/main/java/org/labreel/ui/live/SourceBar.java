package org.labreel.ui.live;

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

    private final SourceDesk desk;

    @FXML
    private HBox bar;
    @FXML
    private Label text;
    @FXML
    private TextField address;
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
        setShown(isDemo);
    }

    void toggle() {
        if (bar.isVisible()) {
            setShown(false);
        } else {
            open();
        }
    }

    /** Takes an address. */
    void open() {
        setShown(true);
        address.requestFocus();
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
