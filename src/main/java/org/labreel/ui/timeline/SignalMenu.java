package org.labreel.ui.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;

/** The choice of signals that have lanes. */
final class SignalMenu {
    private SignalMenu() {
    }

    static List<MenuItem> items(TimelineModel model) {
        if (model.content().signals().isEmpty()) {
            MenuItem none = new MenuItem("This log has no signals");
            none.setDisable(true);
            return List.of(none);
        }
        return model.content().signals().stream().map(signal -> item(model, signal)).toList();
    }

    private static MenuItem item(TimelineModel model, TimelineSignal signal) {
        CheckMenuItem item = new CheckMenuItem(signal.name() + " (" + signal.unit() + ")");
        item.setSelected(model.shownProperty().get().contains(signal.id()));
        item.setOnAction(_ -> {
            Set<String> next = new HashSet<>(model.shownProperty().get());
            if (!next.remove(signal.id())) {
                next.add(signal.id());
            }
            model.shownProperty().set(Set.copyOf(next));
        });
        return item;
    }
}
