package org.labreel.serve.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

class StoredBackdropTest {
    private static final int QUALITY = 95;

    @Test
    void storedIsWhatWouldBePainted() throws Exception {
        byte[] painted = LabPicture.paint(LabBoard.load(), StoredBackdrop.WIDTH, StoredBackdrop.HEIGHT);
        Path anew = Files.createDirectories(Path.of("target")).resolve(StoredBackdrop.NAME);
        Picture picture = new Picture(StoredBackdrop.WIDTH, StoredBackdrop.HEIGHT);
        picture.pixels().put(0, painted);
        try (PictureEncoder encoder = PictureEncoder.best()) {
            Files.write(anew, encoder.jpeg(picture, QUALITY).toArray());
        }
        byte[] stored = StoredBackdrop.of(StoredBackdrop.WIDTH, StoredBackdrop.HEIGHT).orElseThrow();
        assertThat(stored).hasSameSizeAs(painted);
        long apart = 0;
        for (int i = 0; i < painted.length; i++) {
            apart += Math.abs((stored[i] & 255) - (painted[i] & 255));
        }
        assertThat((double) apart / painted.length).as("mean difference of the stored backdrop from the painted one; "
                + "where the painter was changed on purpose, put %s in its place", anew).isLessThan(2);
    }

    @Test
    void otherSizesArePainted() {
        assertThat(StoredBackdrop.of(640, 480)).isEmpty();
    }
}
