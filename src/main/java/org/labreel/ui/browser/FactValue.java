package org.labreel.ui.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

/**
 * One value of the state panel.
 *
 * @param text
 *            as shown, sign or arrow of a change included, so that colour is never the only sign of it
 * @param tip
 *            what it was at the frame before; may be empty
 */
record FactValue(String text, Mark mark, String tip) {
    /** How it stands to the frame before. */
    enum Mark {
        SAME, ON, OFF, MOVED
    }

    /** The value itself, without the sign of a change. */
    String plain() {
        return text.replaceFirst("^[+−]", "").replaceFirst(" [↑↓]$", "");
    }

    /** In place of values that the log does not tell. */
    static final FactValue UNKNOWN = same("not known yet");

    boolean unknown() {
        return equals(UNKNOWN);
    }

    static FactValue same(String text) {
        return new FactValue(text, Mark.SAME, "");
    }

    /** The pins that are on, and behind them those that went off since the frame before. */
    static List<FactValue> pins(PinSet now, Optional<PinSet> before) {
        List<FactValue> out = new ArrayList<>();
        for (int pin : now.pins()) {
            boolean was = before.map(pins -> pins.contains(pin)).orElse(true);
            out.add(was
                    ? same(Integer.toString(pin))
                    : new FactValue("+" + pin, Mark.ON, "Pin " + pin + " went on since the frame before"));
        }
        if (now.isEmpty()) {
            out.add(same("none"));
        }
        for (int pin : before.orElse(PinSet.EMPTY).minus(now).pins()) {
            out.add(new FactValue("−" + pin, Mark.OFF, "Pin " + pin + " went off since the frame before"));
        }
        return out;
    }

    /** Numbers; one that reads otherwise than before gets an arrow. */
    static List<FactValue> numbers(Floats now, Optional<Floats> before, String format, String unit) {
        List<FactValue> out = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            String text = number(now.get(i), format);
            int at = i;
            Optional<String> was = before.map(values -> number(values.getOrNaN(at), format));
            boolean moved = was.filter(old -> !old.equals(text)).isPresent();
            out.add(moved
                    ? new FactValue(text + arrow(now.get(i), before.orElse(Floats.EMPTY).getOrNaN(i)), Mark.MOVED,
                            "It was " + was.orElse("") + " " + unit + " at the frame before")
                    : same(text));
        }
        return out;
    }

    /** Words; those that were not there before are marked. */
    static List<FactValue> words(List<String> now, Optional<List<String>> before) {
        return now.stream().map(word -> before.map(old -> old.contains(word)).orElse(true)
                ? same(word)
                : new FactValue(word, Mark.MOVED, "It is new since the frame before")).toList();
    }

    private static String arrow(float now, float before) {
        return now > before ? " ↑" : now < before ? " ↓" : "";
    }

    private static String number(float value, String format) {
        return Float.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
