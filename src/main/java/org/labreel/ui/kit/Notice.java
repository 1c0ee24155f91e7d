package org.labreel.ui.kit;

import java.util.List;
import java.util.Optional;

/**
 * Something that the operator is told without being interrupted.
 *
 * @param title
 *            what happened
 * @param text
 *            what was kept and what to do; may be empty
 * @param details
 *            for whoever helps: offered to be copied, not shown
 * @param choices
 *            what can be done about it right there
 */
public record Notice(Level level, String title, String text, Optional<String> details, List<Choice> choices) {
    public Notice {
        choices = List.copyOf(choices);
    }

    public enum Level {
        INFO, WARNING, ERROR
    }

    /** A button of a notice: "Show in folder". */
    public record Choice(String text, Runnable action) {
    }
}
