package org.labreel.serve.lab;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;

/** Letters as a plotter draws them, so that the picture needs no font of the machine that it runs on. */
public final class StrokeText {
    /** On a grid 4 wide and 6 high, y down: points as two digits, strokes separated by blanks. */
    private static final Map<Character, String> GLYPHS = Map.ofEntries(Map.entry('0', "1030414536160501 1001"),
            Map.entry('1', "112026 1636"), Map.entry('2', "0110304142060646"), Map.entry('3', "0040234345361605"),
            Map.entry('4', "36300444"), Map.entry('5', "4000032333444536160504"),
            Map.entry('6', "403014050516364544332313"),
            Map.entry('7', "004016"), Map.entry('8', "1030414233130201 10 1304051636454433"),
            Map.entry('9', "43331302011030414245361605"), Map.entry('A', "062046 1434"),
            Map.entry('B', "0006364544330333 03003041423303"),
            Map.entry('D', "00062644422000"), Map.entry('E', "40000646 0333"), Map.entry('F', "400006 0333"),
            Map.entry('L', "000646"), Map.entry('M', "0600244046"), Map.entry('R', "06003041423303 2346"),
            Map.entry('V', "002640"), Map.entry('C', "41301001051636 3645"), Map.entry('H', "0006 4046 0343"),
            Map.entry('P', "060030414233 3303"), Map.entry('-', "1333"), Map.entry('.', "2526"),
            Map.entry('G', "41301001051636454323"), Map.entry('I', "1030 2026 1636"), Map.entry('J', "4045361605"),
            Map.entry('K', "0006 4003 0346"), Map.entry('N', "06004640"), Map.entry('O', "1030414536160501"),
            Map.entry('Q', "1030414536160501 2446"), Map.entry('S', "413010010213333445361605"),
            Map.entry('T', "0040 2026"), Map.entry('U', "000516364540"), Map.entry('W', "0016233640"),
            Map.entry('X', "0046 4006"), Map.entry('Y', "0023 4023 2326"), Map.entry('Z', "00400646"),
            Map.entry(':', "2122 2425"), Map.entry('/', "0640"), Map.entry('%', "0640 0112 3546"),
            Map.entry('+', "0343 2125"), Map.entry('=', "0242 0444"), Map.entry('(', "30121436"),
            Map.entry(')', "10323416"), Map.entry('!', "2024 2526"), Map.entry('?', "01103041422324 2526"),
            Map.entry(',', "2617"), Map.entry('_', "0646"), Map.entry('\'', "2021"));
    private static final double WIDTH = 4;
    private static final double ADVANCE = 6;
    private static final double HEIGHT = 6;

    private StrokeText() {
    }

    /** The lines of a text, its upper left corner at a point. Characters without a glyph are left blank. */
    public static Shape at(String text, double x, double y, double height) {
        Path2D path = new Path2D.Double();
        double scale = height / HEIGHT;
        for (int i = 0; i < text.length(); i++) {
            glyph(path, GLYPHS.getOrDefault(text.charAt(i), ""), x + i * ADVANCE * scale, y, scale);
        }
        return path;
    }

    /** How wide a line of letters of this height is. */
    public static double width(String text, double height) {
        return text.isEmpty() ? 0 : ((text.length() - 1) * ADVANCE + WIDTH) * height / HEIGHT;
    }

    private static void glyph(Path2D path, String strokes, double x, double y, double scale) {
        for (String stroke : strokes.split(" ", -1)) {
            for (int i = 0; i + 1 < stroke.length(); i += 2) {
                double px = x + (stroke.charAt(i) - '0') * scale;
                double py = y + (stroke.charAt(i + 1) - '0') * scale;
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
        }
    }
}
