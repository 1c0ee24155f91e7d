package org.labreel.ui.timeline;

/**
 * A recorded or planned piece of time.
 *
 * @param key
 *            whatever the owner knows it by; a file name
 * @param text
 *            written on it
 * @param shown
 *            whether it is the one that is open
 * @param source
 *            in whose lane it lies, counted from 0
 */
public record TimelineSegment(String key, TimeSpan span, State state, String text, boolean shown, int source) {
    /** Of the only source. */
    public TimelineSegment(String key, TimeSpan span, State state, String text, boolean shown) {
        this(key, span, state, text, shown, 0);
    }

    public TimelineSegment of(int lane) {
        return new TimelineSegment(key, span, state, text, shown, lane);
    }

    /** Each has a colour and a word, faults a pattern too. */
    public enum State {
        SCHEDULED("scheduled"), STANDBY("standby"), RECORDING("recording"), STOPPED("recorded"), FAULT("fault");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As the operator reads it. */
        public String word() {
            return word;
        }
    }
}
