package org.labreel.ui.export;

import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.labreel.export.Preset;
import org.labreel.export.SideBySide;

/** Whether the other cameras stand beside the one that leads. */
final class BesideChoices {
    final BooleanProperty beside = new SimpleBooleanProperty(false);
    final BooleanProperty named = new SimpleBooleanProperty(true);

    BesideChoices(KeptChoices kept) {
        kept.keep("beside", beside);
        kept.keep("beside.named", named);
    }

    SideBySide of(ExportSubject subject) {
        SideBySide all = subject.cameras();
        if (!beside.get() || all.isEmpty()) {
            return SideBySide.NONE;
        }
        return named.get()
                ? all
                : new SideBySide("", all.cameras().stream().map(each -> SideBySide.Camera.of(each.log(), ""))
                        .toList());
    }

    void problems(Preset preset, ExportSubject subject, Map<Field, String> problems) {
        if (preset == Preset.LOSSLESS && !of(subject).isEmpty()) {
            problems.put(Field.RANGES, "Lossless copies the JPEGs as they are, so that cameras cannot stand beside each"
                    + " other. Choose another kind of clip, or the leading camera alone.");
        }
    }
}
