package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class TilePlacesTest {
    @Test
    void oneHasAllTheRoom() {
        assertThat(TilePlaces.of(1, OptionalInt.empty(), 800, 600))
                .containsExactly(new Rectangle2D(0, 0, 800, 600));
    }

    @Test
    void fourMakeASquareAndTwoStandBesideEachOtherWhereItIsWide() {
        List<Rectangle2D> four = TilePlaces.of(4, OptionalInt.empty(), 1000, 800);
        assertThat(four.get(3).getMinX()).isEqualTo(four.get(1).getMinX()).isPositive();
        assertThat(four.get(3).getMinY()).isEqualTo(four.get(2).getMinY()).isPositive();
        assertThat(TilePlaces.of(2, OptionalInt.empty(), 1200, 500).get(1).getMinY()).isZero();
        assertThat(TilePlaces.of(2, OptionalInt.empty(), 400, 900).get(1).getMinX()).isZero();
    }

    @Test
    void fourStayASquareWhenTheHeadTakesAFewLinesOfTheirRoom() {
        for (double height = 360; height < 700; height += 10) {
            List<Rectangle2D> four = TilePlaces.of(4, OptionalInt.empty(), 862, height);
            assertThat(four.get(2).getMinX()).as("862x%.0f", height).isZero();
        }
    }

    @Test
    void whateverTheNumberAndTheRoomNoTileLeavesItOrCoversAnother() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int count = 1 + random.nextInt(12);
            double width = 100 + random.nextInt(2500);
            double height = 100 + random.nextInt(1500);
            OptionalInt large = random.nextBoolean() ? OptionalInt.of(random.nextInt(count)) : OptionalInt.empty();
            List<Rectangle2D> places = TilePlaces.of(count, large, width, height);
            String which = count + " tiles, " + large + ", " + width + "x" + height;
            assertThat(places).as(which).hasSize(count);
            Rectangle2D room = new Rectangle2D(-0.001, -0.001, width + 0.002, height + 0.002);
            for (int a = 0; a < count; a++) {
                assertThat(room.contains(places.get(a))).as(which).isTrue();
                for (int b = 0; b < a; b++) {
                    assertThat(places.get(a).intersects(places.get(b))).as(which).isFalse();
                }
            }
        }
    }
}
