package org.labreel.ui.kit;

import java.util.List;
import java.util.Optional;
import org.labreel.ui.kit.Notice.Choice;
import org.labreel.ui.kit.Notice.Level;

/** Tells the operator. Any thread. Tests take one that only writes down. */
@FunctionalInterface
public interface Notices {
    void show(Notice notice);

    /** Good news; the choices are offered as buttons. */
    default void info(String title, String text, Choice... choices) {
        show(new Notice(Level.INFO, title, text, Optional.empty(), List.of(choices)));
    }

    default void warning(String title, String text, Choice... choices) {
        show(new Notice(Level.WARNING, title, text, Optional.empty(), List.of(choices)));
    }

    /**
     * @param cause
     *            its class and message become the details to copy; no stack trace is shown
     */
    default void error(String title, String text, Throwable cause, Choice... choices) {
        show(new Notice(Level.ERROR, title, text, Optional.of(details(title, cause)), List.of(choices)));
    }

    /**
     * Takes back notices of this title: what they said has passed. Those that are gone already, or never were, need no
     * taking back.
     */
    default void withdraw(String title) {
        // Who only writes down keeps what was said.
    }

    private static String details(String title, Throwable cause) {
        StringBuilder out = new StringBuilder(title);
        Throwable each = cause;
        while (each != null) {
            out.append('\n').append(each.getClass().getSimpleName()).append(": ").append(each.getMessage());
            each = each.getCause();
        }
        return out.toString();
    }
}
