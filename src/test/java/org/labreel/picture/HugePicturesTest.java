package org.labreel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.model.Bytes;

/** What is too large to be held several times is shown at half its width and height. */
@ParameterizedClass
@ValueSource(strings = {"FFmpeg", "ImageIO"})
class HugePicturesTest {
    private final PictureDecoder decoder;

    HugePicturesTest(String name) {
        decoder = name.equals("FFmpeg") ? PictureDecoder.forScreen() : PictureDecoder.imageIo(true);
        assertThat(decoder.name()).isEqualTo(name);
    }

    @AfterEach
    void close() {
        decoder.close();
    }

    /** Dark on the left, bright on the right. */
    private static Bytes grey(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, 40 + 160 * x / width);
            }
        }
        return Jpegs.optimized(image, 0.6f);
    }

    @Test
    void aPictureOverSixteenMillionPixelsComesAtHalfItsSidesAndKnowsItsOwnSize() throws PictureException {
        Picture shown = decoder.decode(grey(4101, 4001), Optional.empty());
        assertThat(shown.width()).isEqualTo(2051);
        assertThat(shown.height()).isEqualTo(2001);
        assertThat(shown.taken()).isEqualTo(new PictureSize(4101, 4001));
        assertThat(shown.damage()).isEmpty();
        assertThat(Jpegs.rgb(shown, 1, 1000)[0]).isCloseTo(40, within(4));
        assertThat(Jpegs.rgb(shown, 1025, 1000)[0]).isCloseTo(120, within(4));
        assertThat(Jpegs.rgb(shown, 2049, 2000)[0]).isCloseTo(200, within(4));
    }

    @Test
    void whatIsNotSoLargeIsShownPixelByPixel() throws PictureException {
        Picture shown = decoder.decode(grey(1600, 1000), Optional.empty());
        assertThat(shown.width()).isEqualTo(1600);
        assertThat(shown.taken()).isEqualTo(new PictureSize(1600, 1000));
    }

    @Test
    void damageToAHugePictureIsToldToo() throws PictureException {
        Bytes whole = grey(4101, 4001);
        byte[] half = Arrays.copyOf(whole.toArray(), whole.length() / 2);
        assertThat(decoder.decode(Bytes.wrap(half), Optional.empty()).damage()).isPresent();
    }

    @Test
    void aReducedPictureIsReusedForItsLikeOnly() throws PictureException {
        Bytes huge = grey(4101, 4001);
        Picture first = decoder.decode(huge, Optional.empty());
        assertThat(decoder.decode(huge, Optional.of(first))).isSameAs(first);
        assertThat(decoder.decode(grey(4102, 4002), Optional.of(first))).isNotSameAs(first);
    }
}
