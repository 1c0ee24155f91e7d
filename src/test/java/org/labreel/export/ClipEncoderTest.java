package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.picture.YuvPicture;

/** What both encoders owe. */
@ParameterizedClass
@EnumSource(EncoderKind.class)
class ClipEncoderTest {
    private static final long[] PTS = {0, 3000, 6001, 6091, 9000, 99_000, 100_000, 104_500, 1_000_000};
    private static final long LAST_TICKS = 4500;

    private final EncoderKind kind;
    @TempDir
    private Path folder;

    ClipEncoderTest(EncoderKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void libraryLoads() {
        assumeTrue(EncoderChoice.loads(kind), () -> kind + " has no native library for this computer");
    }

    private Path encode(int width, int height) throws IOException {
        Path file = folder.resolve("clip: one.mp4");
        Files.createFile(file);
        EncoderSettings settings = EncoderSettings.constantQuality(file, width, height, 30, "veryfast", 2)
                .withFrames(PTS.length);
        try (ClipEncoder encoder = EncoderChoice.of(kind).open(settings)) {
            for (int i = 0; i < PTS.length; i++) {
                long next = i + 1 < PTS.length ? PTS[i + 1] : PTS[i] + LAST_TICKS;
                encoder.frame(Scenes.yuvBars(width, height, i), PTS[i], next - PTS[i]);
            }
            encoder.finish();
        }
        return file;
    }

    @Test
    void everyPictureHasExactlyItsTimeAndDuration() throws IOException {
        ClipReader clip = ClipReader.read(encode(160, 96));

        assertThat(clip.ptsMicros()).hasSize(PTS.length);
        for (int i = 0; i < PTS.length; i++) {
            assertThat(clip.ptsMicros().get(i)).as("picture %d", i).isCloseTo(PTS[i] * 100 / 9, within(2L));
        }
        assertThat(clip.durationMicros().getLast()).isCloseTo(LAST_TICKS * 100 / 9, within(2L));
        assertThat(clip.seconds()).isCloseTo((PTS[PTS.length - 1] + LAST_TICKS) / 90_000.0, within(0.001));
    }

    @Test
    void itIsTheKindOfFileThatPlaysEverywhere() throws IOException {
        Path file = encode(160, 96);
        ClipReader clip = ClipReader.read(file);

        assertThat(ClipReader.startsFast(file)).isTrue();
        assertThat(clip.codec()).isEqualTo(avcodec.AV_CODEC_ID_H264);
        assertThat(clip.pixelFormat()).isEqualTo(avutil.AV_PIX_FMT_YUV420P);
        assertThat(clip.width()).isEqualTo(160);
        assertThat(clip.height()).isEqualTo(96);
        assertThat(clip.level()).isLessThanOrEqualTo(41);
    }

    @Test
    void coloursAreRightAndSayWhatTheyAre() throws IOException {
        ClipReader clip = ClipReader.read(encode(160, 96));

        assertThat(clip.range()).isEqualTo(avutil.AVCOL_RANGE_MPEG);
        assertThat(clip.matrix()).isEqualTo(avutil.AVCOL_SPC_SMPTE170M);
        assertThat(clip.primaries()).isEqualTo(avutil.AVCOL_PRI_BT709);
        for (int picture = 0; picture < PTS.length; picture++) {
            for (int bar = 0; bar < Scenes.BARS.length; bar++) {
                int colour = Scenes.BARS[(bar + picture) % Scenes.BARS.length];
                int[] shown = clip.rgb(picture, bar * 20 + 10, 60);
                assertThat(shown[0]).as("red of bar %d", bar).isCloseTo((colour >> 16) & 0xFF, within(5));
                assertThat(shown[1]).as("green of bar %d", bar).isCloseTo((colour >> 8) & 0xFF, within(5));
                assertThat(shown[2]).as("blue of bar %d", bar).isCloseTo(colour & 0xFF, within(5));
            }
        }
    }

    @Test
    void aClipThatIsGivenUpLetsGoOfItsFile() throws IOException {
        Path file = folder.resolve("half.mp4");
        ClipEncoder encoder = EncoderChoice.of(kind)
                .open(EncoderSettings.constantQuality(file, 64, 64, 30, "veryfast", 18));
        encoder.frame(new YuvPicture(64, 64), 0, 3000);

        encoder.close();
        encoder.close();

        assertThat(Files.deleteIfExists(file)).isTrue();
    }
}
