package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Point;
import org.labreel.model.Transform;

class BoardMapTest {
    @Test
    void pixelsAndBoardUnitsAreInverse() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            BoardMap map = BoardMap.of(Optional.of(camera(random))).orElseThrow();
            Point pixel = new Point(random.nextDouble() * 1024, random.nextDouble() * 768);
            Point there = map.toFrame(map.toBoard(pixel).orElseThrow()).orElseThrow();
            assertThat(there.distanceTo(pixel)).as("seed %d, round %d", seed, i).isCloseTo(0, within(1e-6));
            Point unit = new Point(random.nextDouble() * 10, random.nextDouble() * 13);
            Point back = map.toBoard(map.toFrame(unit).orElseThrow()).orElseThrow();
            assertThat(back.distanceTo(unit)).as("seed %d, round %d", seed, i).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void distancesAreThoseOfTheBoard() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            BoardMap map = BoardMap.of(Optional.of(camera(random))).orElseThrow();
            Point a = new Point(random.nextDouble() * 10, random.nextDouble() * 10);
            Point b = new Point(random.nextDouble() * 10, random.nextDouble() * 10);
            OptionalDouble distance = map.distance(map.toFrame(a).orElseThrow(), map.toFrame(b).orElseThrow());
            assertThat(distance.orElseThrow()).as("seed %d, round %d", seed, i).isCloseTo(a.distanceTo(b),
                    within(1e-6));
        }
    }

    @Test
    void absentAndSingularTransformsGiveNoMap() {
        assertThat(BoardMap.of(Optional.empty())).isEmpty();
        assertThat(BoardMap.of(Optional.of(new Transform(1, 2, 3, 2, 4, 6, 0, 0, 1)))).isEmpty();
        assertThat(BoardMap.of(Optional.of(new Transform(0, 0, 0, 0, 0, 0, 0, 0, 0)))).isEmpty();
        assertThat(BoardMap.of(Optional.of(new Transform(Double.NaN, 0, 0, 0, 1, 0, 0, 0, 1)))).isEmpty();
    }

    @Test
    void acrossTheHorizonThereIsNoDistance() {
        // The board's plane ends at the row of pixels where 1 + 0.01 y of the board grows without bound: y = 100.
        Transform tilted = new Transform(1, 0, 0, 0, 1, 0, 0, 0.01, 1);
        BoardMap map = BoardMap.of(Optional.of(tilted)).orElseThrow();
        assertThat(map.toBoard(new Point(5, 100))).isEmpty();
        assertThat(map.distance(new Point(5, 20), new Point(5, 60))).isPresent();
        assertThat(map.distance(new Point(5, 20), new Point(5, 160))).isEmpty();
    }

    /** A board of 10 x 13 units seen by a camera that looks at it more or less from above. */
    private static Transform camera(Random random) {
        double turn = random.nextDouble() * Math.PI * 2;
        double size = 20 + random.nextDouble() * 80;
        return new Transform(Math.cos(turn) * size, -Math.sin(turn) * size, random.nextDouble() * 900,
                Math.sin(turn) * size, Math.cos(turn) * size, random.nextDouble() * 700,
                (random.nextDouble() - 0.5) * 0.02, (random.nextDouble() - 0.5) * 0.02, 1);
    }
}
