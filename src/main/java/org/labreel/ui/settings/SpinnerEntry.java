package org.labreel.ui.settings;

import javafx.scene.control.Spinner;

/** What is typed into a spinner. */
final class SpinnerEntry {
    private SpinnerEntry() {
    }

    /** It counts when the operator goes elsewhere; what is no number goes back. */
    static void takeWhenLeft(Spinner<?> spinner) {
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take(spinner);
            }
        });
    }

    private static void take(Spinner<?> spinner) {
        try {
            spinner.commitValue();
        } catch (IllegalArgumentException _) {
            spinner.cancelEdit();
        }
    }
}
