package org.labreel.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The fonts that text in pictures can have. */
public final class ClipFonts {
    /** The family that is shipped: a clip in it looks the same wherever it is made. */
    public static final String SHIPPED = "DejaVu Sans";

    private ClipFonts() {
    }

    /** Families of this computer. The first call reads them all and takes a while. */
    public static List<String> families() {
        return List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
    }

    /**
     * @param family
     *            as {@link Overlays#font}
     */
    public static boolean isKnown(String family) {
        return isShipped(family) || ofComputer(family).isPresent();
    }

    /** The first sign of a text for which a font has no shape; empty when it has all. */
    public static Optional<String> missingSign(String family, String text) throws IOException {
        int at = load(family).canDisplayUpTo(text);
        return at < 0 ? Optional.empty() : Optional.of(Character.toString(text.codePointAt(at)));
    }

    static Font load(String family) throws IOException {
        if (isShipped(family)) {
            return shipped();
        }
        return ofComputer(family)
                .orElseThrow(() -> new IOException("The font \u201C" + family + "\u201D is not on this computer."));
    }

    private static boolean isShipped(String family) {
        return family.isBlank() || family.equalsIgnoreCase(SHIPPED);
    }

    /** Java gives another font for a name that it does not know. */
    private static Optional<Font> ofComputer(String family) {
        Font font = new Font(family, Font.PLAIN, 1);
        return Optional.of(font).filter(found -> found.getFamily(Locale.ROOT).equalsIgnoreCase(family));
    }

    private static Font shipped() throws IOException {
        try (InputStream in = ClipFonts.class.getResourceAsStream("DejaVuSans.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, "DejaVuSans.ttf"));
        } catch (FontFormatException e) {
            throw new IOException("The font for text in pictures cannot be loaded.", e);
        }
    }
}
