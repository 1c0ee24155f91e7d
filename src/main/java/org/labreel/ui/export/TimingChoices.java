package org.labreel.ui.export;

import java.time.Duration;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.labreel.export.Gaps;
import org.labreel.export.Preset;
import org.labreel.export.Timing;

/** When the frames of the clip are shown, as filled in, right or wrong. */
final class TimingChoices {
    private static final double SLOWEST_FPS = 0.1;
    private static final int DAY_SECONDS = 86_400;

    /** 2 = twice as fast. */
    final StringProperty speed = new SimpleStringProperty("1");
    /** Whether every frame is shown for the same time. */
    final BooleanProperty constant = new SimpleBooleanProperty(false);
    final StringProperty fps = new SimpleStringProperty("30");
    final ObjectProperty<Gaps.Policy> gaps = new SimpleObjectProperty<>(Gaps.Policy.KEEP);
    /** Seconds that a shortened gap lasts. */
    final StringProperty gapTo = new SimpleStringProperty("1");
    /** Seconds from which a gap counts; empty = as fits the log. */
    final StringProperty gapFrom = new SimpleStringProperty("");

    TimingChoices(KeptChoices kept) {
        kept.keep("speed", speed);
        kept.keep("constant-rate", constant);
        kept.keep("fps", fps);
        kept.keep("gaps", gaps, Gaps.Policy.class);
        kept.keep("gap-to", gapTo);
        kept.keep("gap-from", gapFrom);
    }

    /** Stills have no time but that of the log. */
    static boolean applies(Preset preset) {
        return preset != Preset.STILLS;
    }

    void problems(Preset preset, Map<Field, String> into) {
        if (!applies(preset)) {
            return;
        }
        if (!validSpeed()) {
            into.put(Field.SPEED, "A number from 0.01 to 1000, please: 10 is ten times as fast as recorded.");
        }
        if (constant.get() && !validFps()) {
            into.put(Field.RATE, "A number from 0.1 to 240 frames a second, please.");
        }
        if (gaps.get() == Gaps.Policy.SHORTEN && !seconds(gapTo.get())) {
            into.put(Field.GAPS, "Tell in seconds what a long gap shrinks to: more than 0.");
        } else if (gaps.get() != Gaps.Policy.KEEP && !gapFrom.get().isBlank() && !seconds(gapFrom.get())) {
            into.put(Field.GAPS, "Tell in seconds from when on a gap is long, or leave it empty.");
        } else if (preset == Preset.LOSSLESS && gaps.get().marks()) {
            into.put(Field.GAPS, "Lossless burns nothing in, so a cut cannot be marked: keep the gaps or cut them.");
        }
    }

    private boolean validSpeed() {
        double number = Numbers.of(speed.get());
        return number >= Timing.SLOWEST && number <= Timing.FASTEST;
    }

    private boolean validFps() {
        double number = Numbers.of(fps.get());
        return number >= SLOWEST_FPS && number <= Timing.LARGEST_FPS;
    }

    private static boolean seconds(String text) {
        double number = Numbers.of(text);
        return number > 0 && number <= DAY_SECONDS;
    }

    /** What is wrong counts as not chosen. */
    Timing timing(Preset preset) {
        if (!applies(preset)) {
            return Timing.TRUE;
        }
        return new Timing(validSpeed() ? Numbers.of(speed.get()) : 1,
                constant.get() && validFps() ? Numbers.of(fps.get()) : 0, chosenGaps());
    }

    private Gaps chosenGaps() {
        Duration from = seconds(gapFrom.get()) ? duration(gapFrom.get()) : Duration.ZERO;
        return switch (gaps.get()) {
            case KEEP -> Gaps.KEEP;
            case CUT -> Gaps.CUT.withLongerThan(from);
            case MARK -> Gaps.MARK.withLongerThan(from);
            case SHORTEN -> seconds(gapTo.get())
                    ? Gaps.shortenedTo(duration(gapTo.get())).withLongerThan(from)
                    : Gaps.KEEP;
        };
    }

    private static Duration duration(String seconds) {
        return Duration.ofMillis(Math.max(1, Math.round(Numbers.of(seconds) * 1000)));
    }
}
