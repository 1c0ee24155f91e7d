package org.labreel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.model.Bytes;

/** What every encoder owes. */
@ParameterizedClass
@ValueSource(booleans = {true, false})
class PictureEncoderTest {
    private final PictureEncoder encoder;

    PictureEncoderTest(boolean ffmpeg) {
        encoder = ffmpeg ? PictureEncoder.ffmpeg() : PictureEncoder.imageIo();
    }

    @AfterEach
    void close() {
        encoder.close();
        encoder.close();
    }

    @Test
    void everyDecoderReadsItBackWhole() throws PictureException {
        Picture scene = Jpegs.scene(112, 96);
        Bytes jpeg = encoder.jpeg(scene, 90);

        for (PictureDecoder decoder : new PictureDecoder[]{PictureDecoder.ffmpeg(), PictureDecoder.imageIo()}) {
            try (decoder) {
                Picture shown = decoder.decode(jpeg, Optional.empty());
                assertThat(shown.damage()).isEmpty();
                assertThat(Jpegs.meanDifference(shown, scene)).isLessThan(4);
                assertThat(Jpegs.rgb(shown, 88, 56)[0]).isCloseTo(255, within(4));
                assertThat(Jpegs.rgb(shown, 24, 24)[2]).isCloseTo(0xE0, within(8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 85, 100})
    void aQualityMeansAboutWhatItMeansToLibjpeg(int quality) throws PictureException {
        Picture scene = Jpegs.scene(320, 240);
        try (PictureEncoder reference = PictureEncoder.imageIo()) {
            assertThat((double) encoder.jpeg(scene, quality).length())
                    .isCloseTo(reference.jpeg(scene, quality).length(), within(2500.0 * (quality / 50.0 + 0.5)));
        }
    }

    @Test
    void useAfterTheCloseIsRefusedAndNeverReachesNativeMemory() throws PictureException {
        PictureEncoder encoder = PictureEncoder.ffmpeg();
        Bytes jpeg = encoder.jpeg(Jpegs.scene(64, 48), 85);
        encoder.close();
        PictureDecoder decoder = PictureDecoder.ffmpeg();
        decoder.close();

        assertThatIllegalStateException().isThrownBy(() -> encoder.jpeg(Jpegs.scene(64, 48), 85));
        assertThatIllegalStateException().isThrownBy(() -> decoder.decode(jpeg, Optional.empty()));
    }

    @Test
    void sizesAndQualitiesMayChangeFromPictureToPicture() throws PictureException {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            for (int[] size : new int[][]{{64, 48}, {65, 49}, {64, 48}, {1, 1}}) {
                Bytes jpeg = encoder.jpeg(Jpegs.scene(size[0], size[1]), 50 + size[0] % 3);
                assertThat(PictureSize.read(jpeg)).isEqualTo(new PictureSize(size[0], size[1]));
                assertThat(decoder.decode(jpeg, Optional.empty()).damage()).isEmpty();
            }
        }
    }
}
