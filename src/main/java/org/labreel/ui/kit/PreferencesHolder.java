package org.labreel.ui.kit;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Holds the preferences of this run; the one place where they change. */
public interface PreferencesHolder {
    Preferences get();

    /** Changes them and tells whoever listens, on the calling thread. Any thread. */
    void update(UnaryOperator<Preferences> change);

    /** Hears each change until the returned handle is closed. */
    Subscription onChange(Consumer<Preferences> listener);

    /** Ends what was begun. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
