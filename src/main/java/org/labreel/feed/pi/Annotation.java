package org.labreel.feed.pi;

import java.util.Optional;

/**
 * Text that the camera writes over its picture. What is absent stays as it is.
 *
 * @param text
 *            an empty one clears it
 * @param colour
 *            of the ground behind the text, by name: "black"
 * @param size
 *            of the letters, {@value #LEAST_SIZE} to {@value #MOST_SIZE}
 * @param frameNumbers
 *            whether the camera counts its frames there
 */
public record Annotation(Optional<String> text, Optional<String> colour, Optional<Integer> size,
        Optional<Boolean> frameNumbers) {
    public static final int LEAST_SIZE = 6;
    public static final int MOST_SIZE = 160;
    public static final int USUAL_SIZE = 32;
    /** The camera's firmware takes no more. */
    public static final int LONGEST = 255;
    /** Leaves all as it is. */
    public static final Annotation NONE = new Annotation(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public Annotation {
        if (size.isPresent() && (size.get() < LEAST_SIZE || size.get() > MOST_SIZE)) {
            throw new IllegalArgumentException(
                    "the size of the annotation is from " + LEAST_SIZE + " to " + MOST_SIZE + ", not " + size.get());
        }
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw new IllegalArgumentException("the annotation has at most " + LONGEST + " characters");
        }
        if (colour.isPresent() && colour.get().length() > LONGEST) {
            throw new IllegalArgumentException("the name of a colour has at most " + LONGEST + " characters");
        }
    }
}
