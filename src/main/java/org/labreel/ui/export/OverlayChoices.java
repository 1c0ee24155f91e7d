package org.labreel.ui.export;

import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.labreel.export.ClipFonts;
import org.labreel.export.Overlay;
import org.labreel.export.Overlays;
import org.labreel.export.Overlays.Clock;
import org.labreel.export.Overlays.ElectrodePart;
import org.labreel.export.Preset;
import org.labreel.ui.kit.BoardScales;

/** What is burnt in, as filled in, right or wrong. */
final class OverlayChoices {
    final BooleanProperty outline = new SimpleBooleanProperty(false);
    final BooleanProperty fill = new SimpleBooleanProperty(false);
    final BooleanProperty pins = new SimpleBooleanProperty(false);
    final BooleanProperty time = new SimpleBooleanProperty(false);
    final ObjectProperty<Clock> clock = new SimpleObjectProperty<>(Clock.ELAPSED);
    final BooleanProperty scale = new SimpleBooleanProperty(false);
    /** Kept for each board by itself. */
    final StringProperty millimetres = new SimpleStringProperty("");
    /** Not kept: a caption of another clip would be burnt in unnoticed. */
    final BooleanProperty captioned = new SimpleBooleanProperty(false);
    final StringProperty caption = new SimpleStringProperty("");
    final BooleanProperty markers = new SimpleBooleanProperty(false);
    /** Pixels of the clip; empty = as fits its size. */
    final StringProperty letters = new SimpleStringProperty("");
    final StringProperty font = new SimpleStringProperty(ClipFonts.SHIPPED);
    private final ZoneId zone;

    /**
     * @param zone
     *            of the wall time
     */
    OverlayChoices(KeptChoices kept, ZoneId zone) {
        this.zone = zone;
        kept.keep("electrode-outline", outline);
        kept.keep("electrode-fill", fill);
        kept.keep("electrode-pins", pins);
        kept.keep("time", time);
        kept.keep("clock", clock, Clock.class);
        kept.keep("scale-bar", scale);
        kept.keep("marker-texts", markers);
        kept.keep("letters", letters);
        kept.keep("font", font);
    }

    /** Nothing can be burnt in where the pictures are copied as they are. */
    static boolean applies(Preset preset) {
        return preset != Preset.LOSSLESS;
    }

    void problems(Preset preset, ExportSubject subject, Map<Field, String> into) {
        if (!applies(preset)) {
            return;
        }
        if (scale.get() && subject.board().isEmpty()) {
            into.put(Field.SCALE, "No board is known for this log. Choose one in the browser first.");
        } else if (scale.get() && !validMillimetres()) {
            into.put(Field.SCALE,
                    "Tell how many millimetres one board unit is, most often the width of an electrode. It is"
                            + " remembered for this board.");
        }
        if (captioned.get() && caption.get().isBlank()) {
            into.put(Field.CAPTION, "Write the caption, or untick it.");
        }
        fontProblems(into);
        if (!letters.get().isBlank() && textPx() == 0) {
            into.put(Field.LETTERS, "A whole number from 6 to 400 pixels, please, or nothing for a size that fits.");
        }
    }

    private void fontProblems(Map<Field, String> into) {
        try {
            Optional<String> missing = captioned.get()
                    ? ClipFonts.missingSign(font.get(), caption.get())
                    : Optional.empty();
            missing.ifPresent(sign -> into.put(Field.CAPTION,
                    font.get() + " has no sign for \u201C" + sign + "\u201D. Choose another font below."));
        } catch (IOException e) {
            into.put(Field.FONT, font.get() + " is not on this computer. Choose another font.");
        }
    }

    boolean validMillimetres() {
        return BoardScales.sensible(Numbers.of(millimetres.get()));
    }

    private int textPx() {
        int px = Numbers.whole(letters.get());
        return px >= Overlays.SMALLEST_TEXT_PX && px <= Overlays.LARGEST_TEXT_PX ? px : 0;
    }

    /** What is wrong, or cannot be drawn for this log, counts as not chosen. */
    Overlays overlays(Preset preset, ExportSubject subject) {
        if (!applies(preset)) {
            return Overlays.NONE;
        }
        Set<ElectrodePart> parts = parts();
        Set<Overlay> shown = EnumSet.noneOf(Overlay.class);
        add(shown, Overlay.ELECTRODES, !parts.isEmpty() && subject.board().isPresent());
        add(shown, Overlay.TIME, time.get());
        add(shown, Overlay.SCALE, scale.get() && subject.board().isPresent() && validMillimetres());
        add(shown, Overlay.CAPTION, captioned.get() && !caption.get().isBlank());
        add(shown, Overlay.MARKERS, markers.get() && !subject.markers().isEmpty());
        return Overlays.NONE.showing(shown)
                .withElectrodes(parts.isEmpty() ? Overlays.NONE.electrodes() : parts)
                .withClock(clock.get(), zone).withCaption(caption.get().strip())
                .withMillimetresPerUnit(validMillimetres() ? Numbers.of(millimetres.get()) : 0).withTextPx(textPx())
                .withFont(font.get().equals(ClipFonts.SHIPPED) ? "" : font.get());
    }

    private Set<ElectrodePart> parts() {
        Set<ElectrodePart> parts = EnumSet.noneOf(ElectrodePart.class);
        add(parts, ElectrodePart.OUTLINE, outline.get());
        add(parts, ElectrodePart.FILL, fill.get());
        add(parts, ElectrodePart.PINS, pins.get());
        return parts;
    }

    private static <T> void add(Set<T> to, T what, boolean wanted) {
        if (wanted) {
            to.add(what);
        }
    }
}
