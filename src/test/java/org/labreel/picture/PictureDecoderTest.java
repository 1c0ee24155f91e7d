package org.labreel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.model.Bytes;

/** What every decoder owes, whatever stands behind it. */
@ParameterizedClass
@ValueSource(strings = {"FFmpeg", "ImageIO"})
class PictureDecoderTest {
    private static final int WIDTH = 112;
    private static final int HEIGHT = 96;
    private final PictureDecoder decoder;

    PictureDecoderTest(String name) {
        decoder = name.equals("FFmpeg") ? PictureDecoder.ffmpeg() : PictureDecoder.imageIo();
        assertThat(decoder.name()).isEqualTo(name);
    }

    @AfterEach
    void close() {
        decoder.close();
        decoder.close();
    }

    private Picture decode(Bytes data) throws PictureException {
        return decoder.decode(data, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2", "1,2"})
    void everyChromaSamplingShowsTheColoursThatWereWritten(int horizontal, int vertical) throws PictureException {
        Picture shown = decode(Jpegs.sampled(WIDTH, HEIGHT, horizontal, vertical));
        Picture scene = Jpegs.scene(WIDTH, HEIGHT);

        assertThat(shown.damage()).isEmpty();
        assertThat(Jpegs.meanDifference(shown, scene)).isLessThan(3);
        assertColour(shown, 24, 24, 0x20, 0x40, 0xE0);
        assertColour(shown, 56, 24, 0xD0, 0x20, 0x10);
        assertColour(shown, 88, 56, 0xFF, 0xFF, 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"111,95", "1,1", "17,33", "641,35", "640,66", "64,241", "66,485"})
    void oddSizesAreShownToTheLastPixel(int width, int height) throws PictureException {
        Picture shown = decode(Jpegs.sampled(width, height, 2, 2));
        Picture same = PictureDecoder.imageIo().decode(Jpegs.sampled(width, height, 2, 2), Optional.empty());

        assertThat(shown.pixels().capacity()).isEqualTo(width * height * 4);
        assertThat(shown.pixels().position()).isZero();
        assertThat(shown.pixels().remaining()).isEqualTo(width * height * 4);
        assertThat(Jpegs.meanDifference(shown, same)).isLessThan(5);
        for (int i = 3; i < shown.pixels().capacity(); i += 4) {
            assertThat(shown.pixels().get(i)).isEqualTo((byte) 0xFF);
        }
    }

    @Test
    void fullRangeIsKeptFromBlackToWhite() throws PictureException {
        Picture shown = decode(Jpegs.greyRamp(256, 32));

        for (int x = 0; x < 256; x += 5) {
            assertColour(shown, x, 10, x, x, x);
        }
    }

    @Test
    void progressiveIsShown() throws PictureException {
        Picture shown = decode(Jpegs.progressive(WIDTH, HEIGHT));

        assertThat(shown.damage()).isEmpty();
        assertThat(Jpegs.meanDifference(shown, Jpegs.scene(WIDTH, HEIGHT))).isLessThan(3);
    }

    @Test
    void inksBecomeLight() throws PictureException {
        assertColour(decode(Jpegs.inks(32, 32, 255, 0, 0, 0)), 9, 9, 0, 255, 255);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        assertColour(decode(Jpegs.withSegment(Jpegs.inks(32, 32, 255, 0, 255, 255), 0xEE, adobe)), 9, 9, 255, 0, 255);
    }

    @Test
    void rotationInExifIsIgnored() throws PictureException {
        byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0,
                0, 0, 0, 0, 0};
        Picture shown = decode(Jpegs.withSegment(Jpegs.sampled(WIDTH, HEIGHT, 2, 2), 0xE1, exif));

        assertThat(shown.width()).isEqualTo(WIDTH);
        assertColour(shown, 24, 24, 0x20, 0x40, 0xE0);
    }

    @Test
    void bytesBehindTheEndMarkDoNoHarm() throws PictureException {
        Bytes whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2);
        byte[] longer = Arrays.copyOf(whole.toArray(), whole.length() + 1000);
        Arrays.fill(longer, whole.length(), longer.length, (byte) 0x5A);

        assertThat(decode(Bytes.wrap(longer)).damage()).isEmpty();
    }

    @Test
    void pngInItsPlaceIsShownExactly() throws PictureException {
        Picture scene = Jpegs.scene(WIDTH, HEIGHT);

        assertThat(Jpegs.largestDifference(decode(PictureEncoder.png(scene)), scene)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9, 0.99})
    void truncatedIsNeverShownAsWhole(double part) throws PictureException {
        Bytes whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2);

        assertDamaged(whole.slice(0, (int) (whole.length() * part)));
    }

    @Test
    void missingEndMarkIsDamage() throws PictureException {
        Bytes whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2);

        Picture shown = decode(whole.slice(0, whole.length() - 2));

        assertThat(shown.damage()).hasValueSatisfying(text -> assertThat(text).contains("cut off"));
        assertColour(shown, 24, 24, 0x20, 0x40, 0xE0);
    }

    @Test
    void everyLengthOfATornPictureIsDamageOrRefused() throws PictureException {
        Bytes whole = Jpegs.sampled(48, 48, 2, 2);
        for (int length = 0; length < whole.length(); length++) {
            assertDamaged(whole.slice(0, length));
        }
    }

    @Test
    void halfZeroedIsNeverShownAsWhole() throws PictureException {
        byte[] bytes = Jpegs.sampled(WIDTH, HEIGHT, 2, 2).toArray();
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);

        assertDamaged(Bytes.wrap(bytes));
    }

    @Test
    void aZeroedPageInsideIsNeverShownAsWhole() throws PictureException {
        byte[] bytes = Jpegs.sampled(640, 480, 2, 2).toArray();
        for (int from = 1000; from + 600 < bytes.length; from += 400) {
            byte[] holed = bytes.clone();
            Arrays.fill(holed, from, from + 512, (byte) 0);
            assertDamaged(Bytes.wrap(holed));
        }
    }

    @Test
    void bitRotNeverEndsBadly() {
        long seed = 4711;
        Random random = new Random(seed);
        byte[] whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2).toArray();
        for (int round = 0; round < 300; round++) {
            byte[] rotten = whole.clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                rotten[random.nextInt(rotten.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Picture shown = decode(Bytes.wrap(rotten));
                assertThat(shown.pixels().capacity()).as("seed %d round %d", seed, round)
                        .isEqualTo(shown.width() * shown.height() * 4);
            } catch (PictureException e) {
                assertThat(e).hasMessageNotContainingAny("null", "Exception");
            }
        }
    }

    @Test
    void hostileSizesAreRefusedInTheirOwnWords() {
        Bytes whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2);

        assertRefused(Jpegs.withSize(whole, 65500, 65500), "65500x65500");
        assertRefused(Jpegs.withSize(whole, 0, 96), "holds nothing");
        assertRefused(Jpegs.withSize(whole, 96, 0), "holds nothing");
    }

    @Test
    void whatIsNoPictureIsRefusedInItsOwnWords() {
        assertRefused(Bytes.EMPTY, "empty");
        assertRefused(Bytes.wrap(new byte[5000]), "neither a JPEG nor a PNG");
        assertRefused(Bytes.wrap(new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}), "header");
        assertRefused(Bytes.wrap("<html>".getBytes(StandardCharsets.US_ASCII)), "neither");
    }

    @Test
    void aLargerHeaderThanContentIsDamage() throws PictureException {
        assertDamaged(Jpegs.withSize(Jpegs.sampled(WIDTH, HEIGHT, 2, 2), 1600, 1200));
    }

    @Test
    void aDamagedPictureLeavesTheNextOneUnharmed() throws PictureException {
        Bytes whole = Jpegs.sampled(WIDTH, HEIGHT, 2, 2);
        Picture clean = decode(whole);
        Picture torn = decode(whole.slice(0, whole.length() * 2 / 3));

        Picture again = decoder.decode(whole, Optional.of(torn));

        assertThat(again).isSameAs(torn);
        assertThat(again.damage()).isEmpty();
        assertThat(Jpegs.largestDifference(again, clean)).isZero();
    }

    @Test
    void aPictureOfAnotherSizeIsNotReused() throws PictureException {
        Picture small = new Picture(8, 8);

        Picture shown = decoder.decode(Jpegs.sampled(WIDTH, HEIGHT, 2, 2), Optional.of(small));

        assertThat(shown).isNotSameAs(small);
        assertThat(shown.width()).isEqualTo(WIDTH);
    }

    private void assertDamaged(Bytes data) {
        try {
            Picture shown = decode(data);
            assertThat(shown.damage()).as("%d bytes", data.length()).isPresent();
        } catch (PictureException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void assertRefused(Bytes data, String words) {
        assertThatThrownBy(() -> decode(data)).isInstanceOf(PictureException.class).hasMessageContaining(words);
    }

    private static void assertColour(Picture picture, int x, int y, int red, int green, int blue) {
        int[] rgb = Jpegs.rgb(picture, x, y);
        assertThat(rgb[0]).as("red").isCloseTo(red, within(6));
        assertThat(rgb[1]).as("green").isCloseTo(green, within(6));
        assertThat(rgb[2]).as("blue").isCloseTo(blue, within(6));
    }
}
