package org.labreel.ui.live;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/**
 * A choice from a list, told when it is made. The arrow keys go through an open list entry by entry, and each entry
 * would make the camera start anew.
 */
final class ListedChoice<T> {
    private final ComboBox<T> box;
    private final Consumer<T> chosen;
    private @Nullable T settled;

    /** Chosen is called for what the user chose, never for what was shown. */
    ListedChoice(ComboBox<T> box, Consumer<T> chosen) {
        this.box = box;
        this.chosen = chosen;
        box.valueProperty().subscribe(_ -> settle());
        box.showingProperty().subscribe(_ -> settle());
    }

    /** Shows what holds; while the list is open it stays as the user left it. */
    void show(@Nullable T value) {
        if (!box.isShowing()) {
            settled = value;
            box.setValue(value);
        }
    }

    private void settle() {
        T value = box.getValue();
        if (value != null && !box.isShowing() && !value.equals(settled)) {
            settled = value;
            chosen.accept(value);
        }
    }
}
