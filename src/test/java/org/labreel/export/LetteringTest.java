package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labreel.picture.Picture;

/** Text in pictures: all of a caption is shown, in the font that was chosen. */
class LetteringTest extends ExportBench {
    private static final String CAPTION = "Droplet 7 of protein assay 3 at 60 \u00B0C is split, mixed and moved on";

    private int made;

    @Test
    void captionsAreBrokenIntoLinesThatFitAndKeepEveryWord() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Graphics2D g = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
        for (int i = 0; i < 200; i++) {
            Lettering lettering = new Lettering(640, 480, 8 + random.nextInt(30), "");
            double room = 120 + random.nextInt(500);
            String text = words(random);
            List<String> lines = lettering.lines(g, text, room);
            assertThat(String.join("", lines).replace(" ", "")).as("seed %d", seed).isEqualTo(text.replace(" ", ""));
            assertThat(lines).as("seed %d", seed)
                    .allSatisfy(line -> assertThat(lettering.plate(g, line).getWidth()).isLessThanOrEqualTo(room + 1));
        }
        g.dispose();
    }

    private static String words(Random random) {
        StringBuilder out = new StringBuilder("a");
        for (int i = random.nextInt(12); i > 0; i--) {
            out.append(' ').append("droplet".repeat(1 + random.nextInt(4)));
        }
        return out.toString();
    }

    @Test
    void longCaptionTakesMoreRoomInsteadOfBeingCutOff() throws IOException {
        Picture one = made("D", "");
        assertThat(different(one, made(CAPTION, ""))).isGreaterThan(2 * different(one, made("Droplet 7 of", "")));
    }

    private static long different(Picture a, Picture b) {
        return IntStream.range(0, 320 * 240).filter(i -> rgb(a, i % 320, i / 320)[0] != rgb(b, i % 320, i / 320)[0])
                .count();
    }

    @Test
    void theFontThatWasChosenIsDrawn() throws IOException {
        Picture shipped = made("Wmi", "");
        assertThat(made("Wmi", ClipFonts.SHIPPED).pixels()).isEqualTo(shipped.pixels());
        assertThat(made("Wmi", "Serif").pixels()).isNotEqualTo(shipped.pixels());
    }

    @Test
    void fontThatIsNotThereIsRefusedInWords() {
        assertThatThrownBy(() -> made("text", "No Such Letters")).isInstanceOf(ContradictionException.class)
                .hasMessage("The font \u201CNo Such Letters\u201D is not on this computer.");
        assertThat(ClipFonts.isKnown("No Such Letters")).isFalse();
    }

    @Test
    void signThatAFontLacksIsNamed() throws IOException {
        assertThat(ClipFonts.missingSign("", CAPTION)).isEmpty();
        assertThat(ClipFonts.missingSign("", "droplet \uD840\uDC00")).contains("\uD840\uDC00");
    }

    private Picture made(String caption, String font) throws IOException {
        Path log = new TestLog().frames(320, 240, 0).write(folder.resolve("log.bin"));
        Order order = new Order(log, 0, "stills-" + made++).with(Preset.STILLS, Set.of(Overlay.CAPTION),
                Optional.empty(), 0,
                Optional.empty());
        Path stills = order.settings(s -> s.withOverlays(s.overlays().withCaption(caption).withFont(font))).run()
                .file();
        return still(stills.resolve("frame-000000.png"));
    }
}
