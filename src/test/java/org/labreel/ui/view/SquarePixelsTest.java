package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Point;

class SquarePixelsTest {
    @Test
    void everyPixelOfTheViewHasTheColourOfThePixelUnderIt() {
        long seed = 800;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(30);
            FrameGeometry g = FrameGeometry.fit(width, height, 20 + random.nextInt(200), 20 + random.nextInt(200))
                    .zoomedAbout(new Point(random.nextInt(100), random.nextInt(100)), 1 + random.nextDouble() * 6)
                    .panned(random.nextInt(100) - 50, random.nextInt(100) - 50);
            int[] source = random.ints((long) width * height).toArray();
            SquarePixels.Part part = SquarePixels.Part.of(g);
            int[] target = new int[part.width() * part.height()];
            SquarePixels.fill(IntBuffer.wrap(source), width, height, g, part, target);
            for (int i = 0; i < target.length; i++) {
                Point p = g.toContent(new Point(part.x() + i % part.width() + 0.5, part.y() + i / part.width() + 0.5));
                int x = Math.clamp((long) Math.floor(p.x()), 0, width - 1);
                int y = Math.clamp((long) Math.floor(p.y()), 0, height - 1);
                assertThat(target[i]).as("seed %d, round %d, pixel %d", seed, round, i)
                        .isEqualTo(source[y * width + x]);
            }
        }
    }

    @Test
    void partThatIsSeenIsNeverLargerThanTheView() {
        FrameGeometry zoomed = FrameGeometry.fit(1024, 768, 900, 600).scaledTo(8).panned(333, 222);
        assertThat(SquarePixels.Part.of(zoomed)).isEqualTo(new SquarePixels.Part(0, 0, 900, 600));
        FrameGeometry small = FrameGeometry.fit(10, 10, 900, 600).scaledTo(8);
        assertThat(SquarePixels.Part.of(small).width()).isLessThanOrEqualTo(601);
        assertThat(SquarePixels.Part.of(FrameGeometry.fit(0, 0, 900, 600)).width()).isZero();
    }
}
