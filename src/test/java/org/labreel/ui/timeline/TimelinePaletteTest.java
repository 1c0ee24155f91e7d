package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimelinePaletteTest {
    private static final double SEEN = 0.07;

    private final TimelinePalette palette = new TimelinePalette(() -> {
    });
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new Pane(palette), 200, 100);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(Preferences.Theme.class)
    void preRollIsSeenOnTheGroundAndOnEverySegment(Preferences.Theme theme, FxRobot robot) {
        robot.interact(() -> {
            Themes.apply(scene, theme);
            scene.getRoot().applyCss();
        });
        LaneColours colours = palette.lanes();
        for (int under : new int[]{colours.ground(), colours.recording(), colours.stopped()}) {
            Color below = colour(under);
            Color over = colour(colours.preRoll());
            Color seen = below.interpolate(Color.color(over.getRed(), over.getGreen(), over.getBlue()),
                    over.getOpacity());
            double apart = Math.abs(seen.getRed() - below.getRed()) + Math.abs(seen.getGreen() - below.getGreen())
                    + Math.abs(seen.getBlue() - below.getBlue());
            assertThat(apart / 3).as("on %s", below).isGreaterThan(SEEN);
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
