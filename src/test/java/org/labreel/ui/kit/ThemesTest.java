package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemesTest {
    @SuppressWarnings("NullAway.Init")
    private RadioButton choice;

    @Start
    void start(Stage stage) {
        choice = new RadioButton("Constant rate");
        Scene scene = new Scene(choice, 300, 100);
        Themes.apply(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void onlyTheChoiceThatIsMadeHasADotInIt(FxRobot robot) {
        Region dot = (Region) choice.lookup(".radio > .dot");
        assertThat(dot.getBackground().getFills()).allMatch(fill -> fill.getFill().equals(Color.TRANSPARENT));
        robot.interact(() -> {
            choice.setSelected(true);
            choice.applyCss();
        });
        assertThat(dot.getBackground().getFills()).noneMatch(fill -> fill.getFill().equals(Color.TRANSPARENT));
    }
}
