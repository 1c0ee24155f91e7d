package org.labreel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.model.Bytes;

/** Every format of a camera, to the pixel. */
class RawPictureTest {
    @Test
    void onePixelOfEachFormatIsTheColourItMeans() {
        assertThat(bgr(PixelFormat.GRAY, 1, 77)).containsExactly(77, 77, 77);
        assertThat(bgr(PixelFormat.GRAY16LE, 1, 0xFF, 0x4D)).containsExactly(77, 77, 77);
        assertThat(bgr(PixelFormat.RGB24, 1, 10, 20, 30)).containsExactly(30, 20, 10);
        assertThat(bgr(PixelFormat.BGR24, 1, 10, 20, 30)).containsExactly(10, 20, 30);
        assertThat(bgr(PixelFormat.RGBA, 1, 10, 20, 30, 0)).containsExactly(30, 20, 10);
        assertThat(bgr(PixelFormat.BGRA, 1, 10, 20, 30, 128)).containsExactly(10, 20, 30);
        assertThat(bgr(PixelFormat.RGB565LE, 1, 0x00, 0xF8)).containsExactly(0, 0, 255);
        assertThat(bgr(PixelFormat.RGB565LE, 1, 0xE0, 0x07)).containsExactly(0, 255, 0);
        assertThat(bgr(PixelFormat.RGB565LE, 1, 0x1F, 0x00)).containsExactly(255, 0, 0);
        assertThat(bgr(PixelFormat.RGB565LE, 1, 0x10, 0x84)).containsExactly(132, 130, 132);
    }

    @Test
    void brightnessAndColourOfVideoFollowBt601InLimitedRange() {
        // Values of the standard's own table: white, black, and red, green, blue at 100 %.
        assertThat(bgr(PixelFormat.YUV444P, 1, 235, 128, 128)).containsExactly(255, 255, 255);
        assertThat(bgr(PixelFormat.YUV444P, 1, 16, 128, 128)).containsExactly(0, 0, 0);
        assertThat(bgr(PixelFormat.YUV444P, 1, 81, 90, 240)).containsExactly(0, 0, 254);
        assertThat(bgr(PixelFormat.YUV444P, 1, 145, 54, 34)).containsExactly(1, 255, 0);
        assertThat(bgr(PixelFormat.YUV444P, 1, 41, 240, 110)).containsExactly(255, 0, 0);
        // Beyond the range is cut off, not wrapped.
        assertThat(bgr(PixelFormat.YUV444P, 1, 255, 128, 128)).containsExactly(255, 255, 255);
        assertThat(bgr(PixelFormat.YUV444P, 1, 0, 128, 128)).containsExactly(0, 0, 0);
    }

    @Test
    void coloursOfHalfSizeAreThoseOfTheirSquareAlsoAtOddEdges() {
        // 3x3 luma of one grey, 2x2 of each colour difference: a corner of its own at the right and the bottom.
        byte[] data = new byte[9 + 4 + 4];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) 128;
        }
        data[9 + 4 + 3] = (byte) 240;
        Picture picture = RawReader.picture(RawPicture.packed(PixelFormat.YUV420P, 3, 3, Bytes.wrap(data)),
                Optional.empty());

        assertThat(pixel(picture, 2, 2)).containsExactly(130, 39, 255);
        assertThat(pixel(picture, 1, 1)).containsExactly(130, 130, 130);
        assertThat(pixel(picture, 2, 1)).containsExactly(130, 130, 130);
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void theLibraryOfFFmpegShowsTheSame(PixelFormat format) {
        RawPicture raw = withinRange(noise(format, 64, 48, 11));
        Picture ours = RawReader.picture(raw, Optional.empty());
        byte[] theirs = swscale(raw);
        int[] most = new int[1];
        for (int i = 0; i < theirs.length; i++) {
            if (i % 4 != 3) {
                most[0] = Math.max(most[0], Math.abs((ours.pixels().get(i) & 0xFF) - (theirs[i] & 0xFF)));
            }
        }
        // Its tables round brightness and each colour difference by itself, hence a step for each.
        assertThat(most[0]).isLessThanOrEqualTo(switch (format) {
            case YUV420P, YUV444P -> 3;
            case GRAY16LE -> 1;
            case GRAY, RGB24, BGR24, RGBA, BGRA, RGB565LE -> 0;
        });
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void writtenAndReadAgainPixelsAreTheSameAsFarAsTheFormatGoes(PixelFormat format) {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            RawPicture first = noise(format, random.nextInt(1, 30), random.nextInt(1, 30), seed);
            Picture shown = RawReader.picture(first, Optional.empty());
            Picture again = RawReader.picture(RawWriter.raw(shown, format), Optional.empty());
            boolean exact = format.planes() == 1;
            if (exact) {
                assertThat(again.pixels().array()).as("seed %d", seed).isEqualTo(shown.pixels().array());
            }
            // Noise leaves the range of video; a picture from within it comes back to within rounding.
            Picture soft = soft(random);
            Picture softAgain = RawReader.picture(RawWriter.raw(soft, format), Optional.empty());
            int tolerance = format == PixelFormat.RGB565LE ? 8 : format.planes() == 3 ? 4 : 1;
            if (format != PixelFormat.GRAY && format != PixelFormat.GRAY16LE) {
                assertThat(furthest(soft, softAgain)).as("seed %d", seed).isLessThanOrEqualTo(tolerance);
            }
        }
    }

    @Test
    void paddingOfRowsIsPassedOver() {
        byte[] padded = {1, 2, 99, 3, 4, 99};
        RawPicture raw = new RawPicture(PixelFormat.GRAY, 2, 2, List.of(3), Bytes.wrap(padded));
        Picture picture = RawReader.picture(raw, Optional.empty());
        assertThat(pixel(picture, 0, 1)).containsExactly(3, 3, 3);
        assertThat(pixel(picture, 1, 1)).containsExactly(4, 4, 4);
    }

    @Test
    void picturesOfImpossibleSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawPicture.packed(PixelFormat.RGBA, 1 << 16, 1 << 16, Bytes.EMPTY))
                .withMessageContaining("64 million");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawPicture.packed(PixelFormat.GRAY, 0, 3, Bytes.EMPTY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawPicture.packed(PixelFormat.GRAY, 2, 2, Bytes.wrap(new byte[5])))
                .withMessageContaining("4 bytes, not 5");
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void pngKeepsWhatIsShown(PixelFormat format) throws Exception {
        RawPicture raw = noise(format, 33, 17, 5);
        Bytes png = PngWriter.png(raw, "t: 0.5");
        Picture expected = RawReader.picture(raw, Optional.empty());
        assertThat(PictureSize.read(png)).isEqualTo(new PictureSize(33, 17));
        try (PictureDecoder decoder = PictureDecoder.best()) {
            assertThat(decoder.decode(png, Optional.empty()).pixels().array()).isEqualTo(expected.pixels().array());
        }
        assertThat(new String(png.toArray(), StandardCharsets.ISO_8859_1)).contains("Comment\0t: 0.5");
    }

    @Test
    void pngOfSixteenBitsKeepsThemAll() throws Exception {
        RawPicture raw = noise(PixelFormat.GRAY16LE, 20, 10, 6);
        var image = javax.imageio.ImageIO
                .read(new java.io.ByteArrayInputStream(PngWriter.png(raw, "").toArray()));
        assertThat(image.getSampleModel().getSampleSize(0)).isEqualTo(16);
        for (int i = 0; i < 200; i++) {
            int value = (raw.data().at(2 * i) & 0xFF) | (raw.data().at(2 * i + 1) & 0xFF) << 8;
            assertThat(image.getRaster().getSample(i % 20, i / 20, 0)).isEqualTo(value);
        }
    }

    @Test
    void commentInAJpegChangesNoPixel() throws Exception {
        Picture picture = soft(new Random(4));
        try (PictureEncoder encoder = PictureEncoder.best(); PictureDecoder decoder = PictureDecoder.best()) {
            Bytes jpeg = encoder.jpeg(picture, 90);
            Bytes commented = JpegComment.add(jpeg, "count: 7, t: 1e-05");
            byte[] before = decoder.decode(jpeg, Optional.empty()).pixels().array();
            Picture after = decoder.decode(commented, Optional.empty());
            assertThat(after.damage()).isEmpty();
            assertThat(after.pixels().array()).isEqualTo(before);
            assertThat(new String(commented.toArray(), StandardCharsets.ISO_8859_1)).contains("count: 7, t: 1e-05");
        }
    }

    private static RawPicture noise(PixelFormat format, int width, int height, long seed) {
        int bytes = 0;
        for (int plane = 0; plane < format.planes(); plane++) {
            bytes += format.rowBytes(plane, width) * format.rows(plane, height);
        }
        byte[] data = new byte[bytes];
        new Random(seed).nextBytes(data);
        return RawPicture.packed(format, width, height, Bytes.wrap(data));
    }

    /** What cameras send: nothing beyond the range of video, where FFmpeg's converter lets values run over. */
    private static RawPicture withinRange(RawPicture noise) {
        if (noise.format().planes() == 1) {
            return noise;
        }
        byte[] data = noise.data().toArray();
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (64 + (data[i] & 0x7F));
        }
        return RawPicture.packed(noise.format(), noise.widthPx(), noise.heightPx(), Bytes.wrap(data));
    }

    /** Squares of 2x2 pixels of one colour. */
    private static Picture soft(Random random) {
        Picture picture = new Picture(16, 12);
        for (int y = 0; y < 12; y += 2) {
            for (int x = 0; x < 16; x += 2) {
                int bgra = random.nextInt() << 8 | 0xFF;
                for (int at : new int[]{0, 1, 16, 17}) {
                    picture.pixels().putInt(((y * 16) + x + at) * 4, bgra);
                }
            }
        }
        return picture;
    }

    private static int furthest(Picture one, Picture other) {
        int most = 0;
        for (int i = 0; i < one.pixels().capacity(); i++) {
            most = Math.max(most, Math.abs((one.pixels().get(i) & 0xFF) - (other.pixels().get(i) & 0xFF)));
        }
        return most;
    }

    private static int[] bgr(PixelFormat format, int size, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return pixel(RawReader.picture(RawPicture.packed(format, size, size, Bytes.wrap(bytes)), Optional.empty()), 0,
                0);
    }

    private static int[] pixel(Picture picture, int x, int y) {
        int at = (y * picture.width() + x) * 4;
        assertThat(picture.pixels().get(at + 3)).isEqualTo((byte) -1);
        return new int[]{picture.pixels().get(at) & 0xFF, picture.pixels().get(at + 1) & 0xFF,
                picture.pixels().get(at + 2) & 0xFF};
    }

    private static byte[] swscale(RawPicture raw) {
        int format = avutil.av_get_pix_fmt(raw.format().word());
        // Without the flags it halves colours that have full size before it shows them.
        int flags = raw.format() == PixelFormat.YUV444P
                ? swscale.SWS_POINT | swscale.SWS_FULL_CHR_H_INT | swscale.SWS_ACCURATE_RND
                : swscale.SWS_POINT;
        SwsContext context = swscale.sws_getContext(raw.widthPx(), raw.heightPx(), format, raw.widthPx(),
                raw.heightPx(), avutil.AV_PIX_FMT_BGRA, flags, null, null, (DoublePointer) null);
        byte[] out = new byte[raw.widthPx() * raw.heightPx() * 4];
        try (BytePointer in = new BytePointer(raw.data().length() + 64L);
                BytePointer target = new BytePointer(out.length + 64L);
                PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                PointerPointer<BytePointer> targets = new PointerPointer<>(4);
                IntPointer strides = new IntPointer(4).fill(0);
                IntPointer targetStride = new IntPointer(4).fill(0)) {
            in.put(raw.data().toArray(), 0, raw.data().length());
            for (int plane = 0; plane < raw.format().planes(); plane++) {
                planes.put(plane, in.getPointer(raw.rowStart(plane, 0)));
                strides.put(plane, raw.rowBytes().get(plane));
            }
            targets.put(0, target);
            targetStride.put(0, raw.widthPx() * 4);
            swscale.sws_scale(context, planes, strides, 0, raw.heightPx(), targets, targetStride);
            target.get(out);
        } finally {
            swscale.sws_freeContext(context);
        }
        return out;
    }
}
