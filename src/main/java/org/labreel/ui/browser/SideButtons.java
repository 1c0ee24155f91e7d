package org.labreel.ui.browser;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.labreel.ui.kit.Icons;

/**
 * The buttons over a frame beside the first: it is moved alone while two are compared, and may lead while cameras go in
 * step.
 */
final class SideButtons {
    private final Button lead;
    private final Button back;
    private final Button on;

    /**
     * @param leads
     *            lets this camera lead
     */
    SideButtons(String letter, CompareModel compare, Runnable leads) {
        lead = button("lead" + letter, "mdi2s-swap-horizontal", "Let this camera lead, at this moment", leads);
        back = button("back" + letter, "mdi2s-step-backward", letter + " alone one frame back (Alt+Left)",
                () -> compare.step(-1));
        on = button("forward" + letter, "mdi2s-step-forward", letter + " alone one frame forward (Alt+Right)",
                () -> compare.step(1));
        compare.lockProperty().subscribe(lock -> {
            boolean inStep = lock instanceof Lock.Clock;
            show(back, !inStep);
            show(on, !inStep);
            show(lead, inStep);
        });
    }

    Node[] all() {
        return List.of(lead, back, on).toArray(Node[]::new);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private static Button button(String id, String icon, String tip, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
