package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.ui.kit.Icons;

/** The bar over two frames that are compared: how B goes with A, and which electrodes differ. */
final class CompareBar extends VBox {
    private final CompareModel compare;
    private final ToggleGroup locks = new ToggleGroup();
    private final ToggleButton frames = lock("lockFrames", "By frames", "mdi2l-lock-outline",
            "A and B move by the same number of frames (Shift+V)");
    private final ToggleButton time = lock("lockTime", "By time", "mdi2l-lock-clock",
            "A and B move by the same time");
    private final ToggleButton released = lock("lockReleased", "Released", "mdi2l-lock-open-variant-outline",
            "B stays where it is while A is moved (Shift+V)");
    private final Label offset = new Label();
    private final Label differences = new Label();

    /**
     * @param chooseOther
     *            asks for a log to compare with
     */
    CompareBar(CompareModel compare, Runnable chooseOther) {
        this.compare = compare;
        getStyleClass().add("compare-bar");
        setId("compareBar");
        managedProperty().bind(visibleProperty());
        offset.setId("compareOffset");
        offset.getStyleClass().add("compare-offset");
        offset.setMinWidth(0);
        differences.setId("compareDifferences");
        differences.getStyleClass().add("compare-differences");
        differences.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button other = button("compareOther", "Other log…", "Compare with a frame of another log; or drop one on B",
                chooseOther);
        Button leave = button("compareLeave", "", "Stop comparing (Esc)", compare::leave);
        leave.setGraphic(Icons.of("mdi2c-close"));
        leave.getStyleClass().add("button-icon");
        HBox buttons = new HBox(frames, time, released);
        buttons.getStyleClass().add("compare-locks");
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(buttons, offset, space, other, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("compare-line");
        getChildren().addAll(line, differences);
        frames.setOnAction(_ -> compare.lockByFrames());
        time.setOnAction(_ -> compare.lockByTime());
        released.setOnAction(_ -> compare.unlock());
        compare.lockProperty().subscribe(this::show);
        compare.logProperty().subscribe(_ -> show(compare.lockProperty().get()));
    }

    private ToggleButton lock(String id, String text, String icon, String tip) {
        ToggleButton button = new ToggleButton(text, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(tip));
        button.setToggleGroup(locks);
        button.setFocusTraversable(false);
        return button;
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(Lock lock) {
        locks.selectToggle(switch (lock) {
            case Lock.Frames _ -> frames;
            case Lock.Time _ -> time;
            case Lock.Clock _,Lock.Released _ -> released;
        });
        offset.setText(lock.words());
        // A toggle of a group can be pressed off, which would be no lock at all.
        locks.getToggles().forEach(each -> ((ToggleButton) each).setMouseTransparent(each.isSelected()));
    }

    /** Locks by frames, or releases the lock. */
    void toggle() {
        if (compare.lockProperty().get() instanceof Lock.Released) {
            compare.lockByFrames();
        } else {
            compare.unlock();
        }
    }

    void showDifferences(Optional<DeviceState> a, Optional<DeviceState> b) {
        differences.setText(words(a, b));
    }

    /** Which pins are on in one of two states only. */
    static String words(Optional<DeviceState> a, Optional<DeviceState> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return "";
        }
        if (a.get().electrodes().isEmpty() || b.get().electrodes().isEmpty()) {
            return "The electrodes of " + (a.get().electrodes().isPresent()
                    ? "B"
                    : b.get().electrodes().isPresent() ? "A" : "A and B") + " are not known yet at this frame.";
        }
        PinSet pinsA = a.get().activePins();
        PinSet pinsB = b.get().activePins();
        return pinsA.equals(pinsB)
                ? "The same electrodes are on in A and B" + (pinsA.isEmpty() ? ": none." : ": " + list(pinsA) + ".")
                : "On in A only: " + list(pinsA.minus(pinsB)) + "  ·  on in B only: " + list(pinsB.minus(pinsA));
    }

    private static String list(PinSet pins) {
        List<Integer> all = pins.pins();
        return all.isEmpty() ? "none" : all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Pins that are on in one of two states only. */
    static PinSet differing(Optional<DeviceState> a, Optional<DeviceState> b) {
        PinSet pinsA = a.map(DeviceState::activePins).orElse(PinSet.EMPTY);
        PinSet pinsB = b.map(DeviceState::activePins).orElse(PinSet.EMPTY);
        return pinsA.minus(pinsB).or(pinsB.minus(pinsA));
    }
}
