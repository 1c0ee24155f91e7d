package org.labreel.ui.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;

/** The choices that are the same from one export to the next until they are changed. JavaFX thread. */
final class KeptChoices {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param first
     *            what it is at the very first export
     */
    private record Entry(String key, String first, Supplier<String> get, Consumer<String> set, Property<?> property) {
    }

    void keep(String key, StringProperty property) {
        entries.add(new Entry(key, property.get(), property::get, property::set, property));
    }

    void keep(String key, BooleanProperty property) {
        entries.add(new Entry(key, Boolean.toString(property.get()), () -> Boolean.toString(property.get()),
                text -> property.set(Boolean.parseBoolean(text)), property));
    }

    /** A word that this version does not know is passed over. */
    <E extends Enum<E>> void keep(String key, ObjectProperty<E> property, Class<E> type) {
        entries.add(new Entry(key, word(property.get()), () -> word(property.get()), text -> {
            for (E each : type.getEnumConstants()) {
                if (word(each).equals(text)) {
                    property.set(each);
                }
            }
        }, property));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Calls whenever one of them changes. */
    void onChange(Runnable listener) {
        entries.forEach(entry -> entry.property().subscribe(_ -> listener.run()));
    }

    Map<String, String> values() {
        Map<String, String> out = new HashMap<>();
        entries.forEach(entry -> out.put(entry.key(), entry.get().get()));
        return out;
    }

    /** Takes what was kept; what is missing stays as it is. */
    void take(Map<String, String> kept) {
        entries.forEach(entry -> {
            String text = kept.get(entry.key());
            if (text != null) {
                entry.set().accept(text);
            }
        });
    }

    /** As at the very first export. */
    void reset() {
        entries.forEach(entry -> entry.set().accept(entry.first()));
    }

    /** Whether nothing differs from the very first export. */
    boolean untouched() {
        return entries.stream().allMatch(entry -> entry.first().equals(entry.get().get()));
    }
}
