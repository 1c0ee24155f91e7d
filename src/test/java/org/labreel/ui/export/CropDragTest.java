package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.export.Crop;
import org.labreel.picture.PictureSize;
import org.labreel.ui.export.CropDrag.Handle;

class CropDragTest {
    private static final PictureSize FRAME = new PictureSize(1280, 960);
    private static final Crop PART = new Crop(100, 200, 400, 300);

    @Test
    void sideFollowsThePointerAndTheOthersStay() {
        assertThat(drag(Handle.RIGHT, 50, 70)).isEqualTo(new Crop(100, 200, 450, 300));
        assertThat(drag(Handle.TOP_LEFT, -20, 10)).isEqualTo(new Crop(80, 210, 420, 290));
        assertThat(drag(Handle.BOTTOM, 0, 5000)).isEqualTo(new Crop(100, 200, 400, 760));
    }

    @Test
    void insideMovesItAndTheEdgeStopsIt() {
        assertThat(drag(Handle.INSIDE, -30, 40)).isEqualTo(new Crop(70, 240, 400, 300));
        assertThat(drag(Handle.INSIDE, 9999, 9999)).isEqualTo(new Crop(880, 660, 400, 300));
    }

    @Test
    void typedCropIsReadInAnyWriting() {
        assertThat(FramingForm.parse("10, 20, 300, 200")).contains(new Crop(10, 20, 300, 200));
        assertThat(FramingForm.parse("10,20 300x200")).contains(new Crop(10, 20, 300, 200));
        assertThat(FramingForm.parse("10, 20, 300")).isEmpty();
        assertThat(FramingForm.parse("left")).isEmpty();
    }

    @Test
    void shapeIsCutOutOfTheMiddle() {
        assertThat(CropDrag.shaped(new Crop(0, 0, 1280, 960), OptionalDouble.of(1)))
                .isEqualTo(new Crop(160, 0, 960, 960));
    }

    @Test
    void whateverIsDraggedTheCropStaysInsideAndKeepsItsShape() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Handle> handles = List.of(Handle.values());
        for (int i = 0; i < 20_000; i++) {
            Handle handle = handles.get(random.nextInt(handles.size()));
            double ratio = new double[]{1, 4.0 / 3, 16.0 / 9}[random.nextInt(3)];
            boolean shaped = random.nextBoolean();
            int width = CropDrag.SMALLEST * 2 + random.nextInt(1000);
            int height = shaped ? (int) Math.round(width / ratio) : CropDrag.SMALLEST + random.nextInt(900);
            height = Math.min(height, 960);
            Crop from = new Crop(random.nextInt(1280 - width + 1), random.nextInt(960 - height + 1), width, height);
            Crop now = new CropDrag(FRAME, from, handle, shaped ? OptionalDouble.of(ratio) : OptionalDouble.empty())
                    .by(random.nextInt(4000) - 2000, random.nextInt(4000) - 2000);
            assertThat(CropDrag.inside(now, FRAME)).as("seed %d: %s by %s gives %s", seed, from, handle, now).isTrue();
            assertThat(Math.min(now.width(), now.height())).as("seed %d", seed).isGreaterThanOrEqualTo(8);
            if (shaped && handle != Handle.INSIDE) {
                assertThat((double) now.width()).as("seed %d: %s by %s gives %s", seed, from, handle, now)
                        .isCloseTo(now.height() * ratio, within(2.0));
            }
        }
    }

    private static Crop drag(Handle handle, double dx, double dy) {
        return new CropDrag(FRAME, PART, handle, OptionalDouble.empty()).by(dx, dy);
    }
}
