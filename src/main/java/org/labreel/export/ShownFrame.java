package org.labreel.export;

/**
 * A frame as the clip shows it.
 *
 * @param picture
 *            in the form that is written
 * @param otherSize
 *            whether it was fitted because its size is not that of the first frame
 */
record ShownFrame<P>(FrameFacts facts, P picture, boolean otherSize) {
    ShownFrame<P> shownAt(long pts, long ticks) {
        FrameFacts moved = new FrameFacts(facts.frame().shownAt(pts, ticks), facts.state(), facts.boardToClip(),
                facts.damage());
        return new ShownFrame<>(moved, picture, otherSize);
    }
}
