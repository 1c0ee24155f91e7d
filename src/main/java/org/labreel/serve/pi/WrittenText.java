package org.labreel.serve.pi;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.labreel.feed.pi.Annotation;

/**
 * What the simulated camera writes over its picture.
 *
 * @param ground
 *            colour behind the text
 * @param size
 *            of the letters, in pixels of a film
 * @param problem
 *            what could not be done of the last wish
 */
record WrittenText(String text, Optional<Color> ground, int size, boolean frameNumbers, Optional<String> problem) {
    static final WrittenText NOTHING = new WrittenText("", Optional.empty(), Annotation.USUAL_SIZE, false,
            Optional.empty());

    private static final Map<String, Color> COLOURS = Map.of("black", Color.BLACK, "white", Color.WHITE, "red",
            Color.RED, "green", new Color(0, 128, 0), "blue", Color.BLUE, "yellow", Color.YELLOW, "grey", Color.GRAY,
            "gray", Color.GRAY);

    WrittenText after(Annotation wish) {
        Optional<Color> asked = wish.colour().map(name -> COLOURS.get(name.strip().toLowerCase(Locale.ROOT)));
        boolean unknown = wish.colour().isPresent() && asked.isEmpty();
        return new WrittenText(wish.text().orElse(text), asked.or(() -> ground), wish.size().orElse(size),
                wish.frameNumbers().orElse(frameNumbers),
                unknown ? Optional.of("There is no colour " + wish.colour().orElse("") + " here.") : Optional.empty());
    }

    boolean isEmpty() {
        return text.isEmpty() && !frameNumbers;
    }
}
