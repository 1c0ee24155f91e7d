package org.labreel.app;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * What the build lets the console do once, with nobody watching, so that Java can note which classes and methods a
 * start needs and prepare them: live frames for a while, a look at each page, an end.
 */
final class Rehearsal {
    private final Timeline play;

    /**
     * @param seconds
     *            how long it takes
     */
    Rehearsal(Shell shell, Stage stage, int seconds) {
        this.play = new Timeline(new KeyFrame(Duration.seconds(0.6 * seconds), _ -> shell.select("browser")),
                new KeyFrame(Duration.seconds(0.75 * seconds), _ -> shell.select("settings")),
                new KeyFrame(Duration.seconds(0.9 * seconds), _ -> shell.select("live")),
                new KeyFrame(Duration.seconds(seconds), _ -> stage.close()));
    }

    /** JavaFX thread. */
    void begin() {
        play.play();
    }
}
