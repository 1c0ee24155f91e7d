package org.labreel.ui.browser;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.labreel.ui.kit.Icons;

/** The bar over the cameras of a session: by what they are held in step, and the way in and out. */
final class StepBar extends HBox {
    private final StepModel step;
    private final Label words = new Label();
    private final Button change = new Button();

    StepBar(StepModel step) {
        this.step = step;
        setId("stepBar");
        getStyleClass().addAll("compare-bar", "step-bar");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        words.setId("stepWords");
        words.getStyleClass().add("compare-offset");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        button(change, "stepChange", "", step::toggle);
        getChildren().addAll(Icons.of("mdi2v-view-grid-outline"), words, space, change);
        step.sourcesProperty().subscribe(_ -> refresh());
        step.activeProperty().subscribe(_ -> refresh());
    }

    private static void button(Button button, String id, String tip, Runnable action) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        button.setTooltip(new Tooltip(tip));
    }

    /** Says anew what is shown. */
    void refresh() {
        boolean on = step.activeProperty().get();
        int cameras = step.sourcesProperty().get().tracks().size();
        setVisible(step.sourcesProperty().get().several());
        change.setText(on ? "This camera alone" : "Show all");
        change.setGraphic(Icons.of(on ? "mdi2c-close" : "mdi2v-view-grid-outline"));
        change.getTooltip().setText(on ? "Show the leading camera alone (Esc)" : "Show all cameras in step");
        words.setText(on ? inStep(cameras) : "This session has " + cameras + " cameras");
    }

    private String inStep(int cameras) {
        String left = step.leftOut() == 0 ? "" : "; " + step.leftOut() + " more in the timeline";
        String clock = step.guessed()
                ? "in step by the times the logs carry, a guess where arrivals are not known"
                : "in step by when their frames arrived here";
        return (cameras - step.leftOut()) + " cameras " + clock + left;
    }
}
