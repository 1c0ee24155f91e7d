package org.labreel.ui.kit;

/**
 * What the operator chose for sessions.
 *
 * @param endpoint
 *            of the other program that was last connected to; may be empty
 * @param connectSeconds
 *            so long before a scheduled start its cameras are connected and the pre-roll is held
 * @param startLate
 *            whether a scheduled start that was slept through is made up for while the end lies ahead
 */
public record SessionChoices(String endpoint, int connectSeconds, boolean startLate) {
    public static final SessionChoices DEFAULT = new SessionChoices("", 30, true);
    public static final int MOST_SECONDS = 600;

    /** With every number inside its bounds. */
    public SessionChoices bounded() {
        return new SessionChoices(endpoint, Math.clamp(connectSeconds, 0, MOST_SECONDS), startLate);
    }

    public SessionChoices withConnectSeconds(int next) {
        return new SessionChoices(endpoint, next, startLate);
    }

    public SessionChoices withStartLate(boolean next) {
        return new SessionChoices(endpoint, connectSeconds, next);
    }

    public SessionChoices withEndpoint(String next) {
        return new SessionChoices(next, connectSeconds, startLate);
    }
}
