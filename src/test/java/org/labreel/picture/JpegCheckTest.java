package org.labreel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.model.Bytes;

class JpegCheckTest {
    private static final int PAGE = 4096;

    /** What a camera sends: soft shapes, edges and noise. */
    private static Picture camera(int width, int height, long seed) {
        Picture picture = Jpegs.scene(width, height);
        Random random = new Random(seed);
        byte[] pixels = picture.pixels().array();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp((pixels[i] & 0xFF) + random.nextInt(-9, 10), 0, 255);
        }
        return picture;
    }

    private static Bytes photo() throws PictureException {
        try (PictureEncoder encoder = PictureEncoder.imageIo()) {
            return encoder.jpeg(camera(640, 480, 5), 85);
        }
    }

    private static void assertSound(Bytes jpeg) {
        assertThat(JpegCheck.cheap(jpeg)).isEmpty();
        assertThat(JpegCheck.thorough(jpeg)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2", "1,2"})
    void everyChromaSamplingIsSound(int horizontal, int vertical) {
        assertSound(Jpegs.sampled(112, 96, horizontal, vertical));
        assertSound(Jpegs.sampled(111, 95, horizontal, vertical));
        assertSound(Jpegs.sampled(1, 1, horizontal, vertical));
    }

    @Test
    void everyKindOfPictureIsSound() throws PictureException {
        assertSound(photo());
        assertSound(Jpegs.greyRamp(256, 33));
        assertSound(Jpegs.inks(33, 32, 255, 0, 9, 0));
        assertSound(Jpegs.progressive(112, 96));
        try (PictureEncoder encoder = PictureEncoder.ffmpeg()) {
            for (int quality : new int[]{1, 50, 100}) {
                assertSound(encoder.jpeg(camera(321, 243, 1), quality));
            }
        }
    }

    @Test
    void anExtremePictureIsSound() {
        BufferedImage image = new BufferedImage(160, 160, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 160 * 160; i++) {
            image.setRGB(i % 160, i / 160, (i % 160 / 4 + i / 640) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000);
        }
        assertSound(Jpegs.optimized(image, 0.05f));
        assertSound(Jpegs.optimized(image, 1f));
    }

    /** Its data are one long run of zeros, since the shortest code says that nothing changes. */
    @Test
    void aDarkPictureWithTablesOfItsOwnIsSound() {
        Bytes dark = Jpegs.optimized(new BufferedImage(1280, 960, BufferedImage.TYPE_BYTE_GRAY), 0.8f);

        assertThat(longestZeroRun(dark)).isGreaterThan(500);
        assertSound(dark);
    }

    @Test
    void aZeroedPageIsFoundInEveryPlace() throws PictureException {
        byte[] whole = photo().toArray();
        for (int from = 3 - PAGE; from < whole.length; from += 61) {
            byte[] holed = whole.clone();
            Arrays.fill(holed, Math.max(0, from), Math.min(whole.length, from + PAGE), (byte) 0);
            // What lies before the first byte is not of this picture.
            boolean start = from <= 0;
            assertThat(start || JpegCheck.cheap(Bytes.wrap(holed)).isPresent()).as("from %d", from).isTrue();
            assertThat(!start || !JpegScan.isJpeg(Bytes.wrap(holed))).as("from %d", from).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aZeroedPageIsFoundEvenWhereZerosAreTheCodeOfFlatAreas(long seed) {
        BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(seed);
        for (int i = 0; i < 600; i++) {
            int x = random.nextInt(1200);
            int y = random.nextInt(900);
            for (int pixel = 0; pixel < 900; pixel++) {
                image.setRGB(x + pixel % 30, y + pixel / 30, random.nextInt());
            }
        }
        byte[] whole = Jpegs.optimized(image, 0.5f).toArray();
        assertSound(Bytes.wrap(whole));
        for (int from = 700; from < whole.length; from += 997) {
            byte[] holed = whole.clone();
            Arrays.fill(holed, from, Math.min(whole.length, from + PAGE), (byte) 0);
            assertThat(JpegCheck.cheap(Bytes.wrap(holed))).as("seed %d from %d", seed, from).isPresent();
        }
    }

    @Test
    void missingBytesAreFound() throws PictureException {
        byte[] whole = photo().toArray();
        for (int from = 1000; from + 1500 < whole.length; from += 1777) {
            byte[] less = new byte[whole.length - 512];
            System.arraycopy(whole, 0, less, 0, from);
            System.arraycopy(whole, from + 512, less, from, less.length - from);
            assertThat(JpegCheck.thorough(Bytes.wrap(less))).as("less %d", from).isPresent();
        }
    }

    /** A JPEG has no checksum: what turns one coefficient into another of the same length is found by no one. */
    @Test
    void bitRotThatChangesTheStructureIsFound(TestReporter reporter) throws PictureException {
        long seed = 20261121;
        Random random = new Random(seed);
        byte[] whole = photo().toArray();
        int rounds = 600;
        int decoder = 0;
        int thorough = 0;
        int[] eight = new int[2];
        try (PictureDecoder ffmpeg = PictureDecoder.best()) {
            for (int i = 0; i < rounds; i++) {
                Bytes rotten = rotten(whole, random, 1);
                boolean reported = reports(ffmpeg, rotten);
                decoder += reported ? 1 : 0;
                thorough += reported || JpegCheck.thorough(rotten).isPresent() ? 1 : 0;
                Bytes worse = rotten(whole, random, 8);
                boolean worseReported = reports(ffmpeg, worse);
                eight[0] += worseReported ? 1 : 0;
                eight[1] += worseReported || JpegCheck.thorough(worse).isPresent() ? 1 : 0;
            }
        }
        String rates = String.format(Locale.ROOT, "seed %d, of %d pictures with one changed bit the decoder reports %d,"
                + " the thorough check %d; with eight bits %d and %d", seed, rounds, decoder, thorough, eight[0],
                eight[1]);
        reporter.publishEntry(rates);
        assertThat(thorough).as(rates).isGreaterThan(rounds * 15 / 100);
        assertThat(eight[1]).as(rates).isGreaterThan(rounds * 75 / 100);
    }

    private static Bytes rotten(byte[] whole, Random random, int flips) {
        byte[] rotten = whole.clone();
        for (int i = 0; i < flips; i++) {
            rotten[random.nextInt(640, rotten.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Bytes.wrap(rotten);
    }

    private static boolean reports(PictureDecoder decoder, Bytes jpeg) {
        try {
            return decoder.decode(jpeg, Optional.empty()).damage().isPresent();
        } catch (PictureException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    @Test
    void restartMarkersMustBeAnnouncedAndInOrder() throws PictureException {
        byte[] restarts = Jpegs.withRestarts(4, 8).toArray();
        assertSound(Bytes.wrap(restarts));
        for (int i = restarts.length - 3; i > restarts.length - 200; i--) {
            if (restarts[i] == (byte) 0xFF && restarts[i + 1] == (byte) 0xD3) {
                restarts[i + 1] = (byte) 0xD4;
                break;
            }
        }
        assertThat(JpegCheck.cheap(Bytes.wrap(restarts))).hasValueSatisfying(
                text -> assertThat(text).contains("missing or doubled"));
    }

    @Test
    void hostileTablesNeverEndBadly() throws PictureException {
        long seed = 99;
        Random random = new Random(seed);
        byte[] whole = photo().toArray();
        for (int i = 0; i < 3000; i++) {
            byte[] rotten = Arrays.copyOf(whole, 4000);
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                rotten[random.nextInt(3, 640)] = (byte) random.nextInt();
            }
            assertThat(JpegCheck.thorough(Bytes.wrap(rotten))).as("seed %d round %d", seed, i).isPresent();
        }
    }

    @Test
    void theRowOfTheDamageIsSaid() throws PictureException {
        byte[] rotten = photo().toArray();
        Arrays.fill(rotten, rotten.length / 2, rotten.length / 2 + 24, (byte) 0xFE);

        assertThat(List.of(JpegCheck.thorough(Bytes.wrap(rotten)).orElseThrow()))
                .allSatisfy(text -> assertThat(text).containsPattern("damaged (from|above) row \\d+"));
    }

    private static int longestZeroRun(Bytes bytes) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < bytes.length(); i++) {
            run = bytes.at(i) == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
