package org.labreel.feed.cpl;

/** Words of a peer, made fit to be shown. */
final class CplText {
    private static final int LONGEST = 200;

    private CplText() {
    }

    /** One line of at most 200 characters. */
    static String cut(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
