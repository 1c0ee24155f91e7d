package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.labreel.ui.kit.Preferences.WindowPlace;

class WindowPlacingTest {
    private static final List<Rectangle2D> LAPTOP = List.of(new Rectangle2D(0, 0, 1440, 900));
    private static final List<Rectangle2D> TWO = List.of(new Rectangle2D(0, 0, 1440, 900),
            new Rectangle2D(1440, 0, 2560, 1440));

    @Test
    void aPlaceOnAScreenIsRestored() {
        WindowPlace place = new WindowPlace(1500, 100, 1400, 900, false);
        assertThat(WindowPlacing.reachable(place, TWO)).isEqualTo(place);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsLeftToTheDesktop() {
        WindowPlace place = WindowPlacing.reachable(new WindowPlace(1500, 100, 1400, 900, false), LAPTOP);
        assertThat(place.x()).isNaN();
        assertThat(place.width()).isEqualTo(1400);
    }

    @Test
    void aTitleAboveTheScreenCannotBeGrasped() {
        assertThat(WindowPlacing.reachable(new WindowPlace(100, -60, 1200, 800, false), LAPTOP).y()).isNaN();
    }

    @Test
    void aSliverAtTheEdgeIsNotEnough() {
        assertThat(WindowPlacing.reachable(new WindowPlace(1400, 100, 1200, 800, false), LAPTOP).x()).isNaN();
    }

    @Test
    void aFirstWindowFitsASmallScreen() {
        WindowPlace place = WindowPlacing.reachable(WindowPlace.DEFAULT, List.of(new Rectangle2D(0, 0, 1280, 800)));
        assertThat(place.width()).isEqualTo(1280);
        assertThat(place.height()).isEqualTo(800);
    }
}
