package org.labreel.ui.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Whether, on which day and at what time something happens by the clock. */
final class WhenFields {
    private final CheckBox on;
    private final DatePicker day;
    private final TextField time;
    private final Label words;
    private final DraftField dayField;
    private final DraftField timeField;
    private When now = When.NEVER;
    /** Begins as true: the controls tell their first values at once, and nobody chose those. */
    private boolean showing = true;

    /**
     * @param write
     *            hears every letter
     * @param commit
     *            hears that the operator is through
     * @param usual
     *            the moment that is offered when it is first switched on
     */
    WhenFields(CheckBox on, DatePicker day, TextField time, Label words, Consumer<When> write, Runnable commit,
            Supplier<When> usual) {
        this.on = on;
        this.day = day;
        this.time = time;
        this.words = words;
        day.setConverter(new Days());
        this.dayField = new DraftField(day.getEditor(), text -> write.accept(now.withDate(text)), commit);
        this.timeField = new DraftField(time, text -> write.accept(now.withTime(text)), commit);
        day.valueProperty().subscribe(value -> {
            if (!showing && value != null) {
                write.accept(now.withDate(value.toString()));
                commit.run();
            }
        });
        on.selectedProperty().subscribe(chosen -> {
            if (!showing) {
                boolean empty = now.date().isEmpty() && now.time().isEmpty();
                write.accept(chosen && empty ? usual.get() : now.switched(chosen));
                commit.run();
            }
        });
        showing = false;
    }

    /** The next full hour after so long. */
    static When fullHour(Instant from, long hours, ZoneId zone) {
        return When.of(Optional.of(from.atZone(zone).plusHours(hours).truncatedTo(ChronoUnit.HOURS).toInstant()), zone);
    }

    void show(When next, Optional<String> problem, Optional<String> remark, boolean editable) {
        now = next;
        showing = true;
        on.setSelected(next.on());
        next.day().filter(at -> !at.equals(day.getValue())).ifPresent(day::setValue);
        dayField.show(next.date(), problem.isPresent() && next.day().isEmpty());
        timeField.show(next.time(), problem.isPresent() && next.day().isPresent());
        on.setDisable(!editable);
        day.setDisable(!editable || !next.on());
        time.setDisable(!editable || !next.on());
        DraftField.say(words, problem, remark);
        showing = false;
    }

    /** What cannot be read leaves the day as it was. */
    private final class Days extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : date.toString();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            return new When(true, text, "").day().orElse(day.getValue());
        }
    }
}
