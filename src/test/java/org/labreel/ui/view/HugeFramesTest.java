package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Frames of almost 64 million pixels, which take 256 MB each, in the heap that the program is shipped with. */
@ExtendWith(ApplicationExtension.class)
class HugeFramesTest {
    private static final int SIDE = 7990;
    private static final long PATIENCE_MILLIS = 30_000;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new FrameView(), 800, 800));
        stage.show();
    }

    /** Black above, white below, and another side each time, so that nothing can be reused. */
    private static Bytes jpeg(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(grey, grey.length / 2, grey.length, (byte) 255);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", out)).isTrue();
        return Bytes.wrap(out.toByteArray());
    }

    private static Picture decode(PictureDecoder decoder, Bytes jpeg) {
        try {
            return decoder.decode(jpeg, Optional.empty());
        } catch (PictureException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void severalInARowAreShownInTheHeapAsShipped(FxRobot robot) throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(1L << 30);
        FrameView view = robot.lookup(FrameView.class::isInstance).queryAs(FrameView.class);
        try (PictureDecoder decoder = PictureDecoder.forScreen()) {
            for (int i = 0; i < 5; i++) {
                int side = SIDE + i;
                Picture picture = decode(decoder, jpeg(side));
                WritableImage seen = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
                    view.show(picture);
                    return view.getScene().snapshot(null);
                });
                assertThat(view.geometry().contentWidth()).isEqualTo(side);
                assertThat(seen.getPixelReader().getColor(400, 200).getBrightness()).isCloseTo(0, within(0.1));
                assertThat(seen.getPixelReader().getColor(400, 600).getBrightness()).isCloseTo(1, within(0.1));
            }
        }
    }
}
