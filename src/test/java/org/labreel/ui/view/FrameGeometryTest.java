package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Point;

class FrameGeometryTest {
    @Test
    void wideFrameGetsBarsAboveAndBelow() {
        FrameGeometry fit = FrameGeometry.fit(1000, 500, 800, 800);
        assertThat(fit.scale()).isEqualTo(0.8);
        assertThat(fit.offsetX()).isZero();
        assertThat(fit.offsetY()).isEqualTo(200);
    }

    @Test
    void tallFrameGetsBarsLeftAndRight() {
        FrameGeometry fit = FrameGeometry.fit(500, 1000, 800, 800);
        assertThat(fit.offsetX()).isEqualTo(200);
        assertThat(fit.offsetY()).isZero();
    }

    @Test
    void nothingToShowIsNoDivisionByZero() {
        assertThat(FrameGeometry.fit(0, 0, 800, 600).scale()).isZero();
        assertThat(FrameGeometry.fit(640, 480, 0, 0).zoomedAbout(new Point(1, 1), 2).scale()).isZero();
    }

    @Test
    void viewAndContentAreInverse() {
        long seed = 20260301;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            FrameGeometry g = FrameGeometry.fit(1 + random.nextInt(4000), 1 + random.nextInt(4000),
                    1 + random.nextInt(2000), 1 + random.nextInt(2000))
                    .zoomedAbout(new Point(random.nextDouble() * 900, random.nextDouble() * 900),
                            1 + random.nextDouble());
            Point p = new Point(random.nextDouble() * 4000, random.nextDouble() * 4000);
            assertThat(g.toContent(g.toView(p)).distanceTo(p)).as("seed %d, round %d", seed, i)
                    .isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void whatIsUnderThePointerStaysThere() {
        FrameGeometry fit = FrameGeometry.fit(1024, 768, 900, 600);
        Point pointer = new Point(430, 310);
        Point under = fit.toContent(pointer);
        FrameGeometry zoomed = fit.zoomedAbout(pointer, 3);
        assertThat(zoomed.isZoomed()).isTrue();
        assertThat(zoomed.toView(under).distanceTo(pointer)).isCloseTo(0, within(1e-6));
    }

    @Test
    void zoomEndsAtFittedAndAtEightTimes() {
        FrameGeometry fit = FrameGeometry.fit(1024, 768, 900, 600);
        assertThat(fit.zoomedAbout(new Point(0, 0), 0.01)).isEqualTo(fit);
        assertThat(fit.zoomedAbout(new Point(0, 0), 1e6).scale()).isEqualTo(8);
    }

    @Test
    void panningLeavesNoGap() {
        FrameGeometry zoomed = FrameGeometry.fit(1000, 1000, 500, 500).zoomedAbout(new Point(250, 250), 4);
        assertThat(zoomed.panned(1e6, 1e6).offsetX()).isZero();
        assertThat(zoomed.panned(-1e6, 0).offsetX()).isEqualTo(500 - 2000.0);
    }

    @Test
    void resizingKeepsTheCentreInSightAndThePercentage() {
        FrameGeometry zoomed = FrameGeometry.fit(1000, 1000, 500, 500).zoomedAbout(new Point(100, 400), 4);
        Point middle = zoomed.toContent(new Point(250, 250));
        FrameGeometry larger = zoomed.resized(1000, 1000, 900, 900);
        assertThat(larger.toContent(new Point(450, 450)).distanceTo(middle)).isCloseTo(0, within(1e-6));
        assertThat(larger.scale()).isCloseTo(zoomed.scale(), within(1e-9));
        FrameGeometry fitted = FrameGeometry.fit(1000, 1000, 500, 500);
        assertThat(fitted.resized(1000, 1000, 900, 900)).isEqualTo(FrameGeometry.fit(1000, 1000, 900, 900));
    }

    @Test
    void contentOfAnotherSizeShowsTheSamePart() {
        FrameGeometry zoomed = FrameGeometry.fit(1000, 800, 500, 400).scaledTo(2);
        FrameGeometry halved = zoomed.resized(500, 400, 500, 400);
        assertThat(halved.scale()).isEqualTo(4);
        assertThat(halved.toContent(new Point(0, 0)).x() * 2)
                .isCloseTo(zoomed.toContent(new Point(0, 0)).x(), within(1e-9));
    }

    @Test
    void smallContentCanBeShownAtItsOwnSize() {
        FrameGeometry fit = FrameGeometry.fit(160, 120, 800, 600);
        FrameGeometry actual = fit.scaledTo(1);
        assertThat(actual.scale()).isEqualTo(1);
        assertThat(actual.isZoomed()).isTrue();
        assertThat(actual.offsetX()).isEqualTo(320);
        assertThat(actual.scaledTo(0.1).scale()).isEqualTo(1);
        assertThat(actual.scaledTo(99).scale()).isEqualTo(8);
    }

    @Test
    void pixelsAreSquaresFromTwiceTheirSize() {
        FrameGeometry fit = FrameGeometry.fit(1024, 768, 900, 600);
        assertThat(fit.showsSquares()).isFalse();
        assertThat(fit.scaledTo(1.99).showsSquares()).isFalse();
        assertThat(fit.scaledTo(2).showsSquares()).isTrue();
    }

    @Test
    void viewsOfOneSizeThatAreLikeEachOtherAreTheSame() {
        long seed = 411;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            FrameGeometry a = FrameGeometry.fit(1024, 768, 640, 500)
                    .zoomedAbout(new Point(random.nextDouble() * 640, random.nextDouble() * 500),
                            1 + random.nextDouble() * 8);
            FrameGeometry b = a.fitted().like(a);
            assertThat(b.scale()).as("seed %d, round %d", seed, i).isCloseTo(a.scale(), within(1e-9));
            assertThat(b.offsetX()).as("seed %d, round %d", seed, i).isCloseTo(a.offsetX(), within(1e-6));
            assertThat(b.offsetY()).as("seed %d, round %d", seed, i).isCloseTo(a.offsetY(), within(1e-6));
        }
    }
}
