package org.labreel.export;

/** Numbers with the right form of their noun. */
public final class Count {
    private Count() {
    }

    /** "1 frame is", "2 frames are". */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
