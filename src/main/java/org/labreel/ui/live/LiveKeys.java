package org.labreel.ui.live;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.labreel.ui.kit.Shortcut;

/** The keys of the live page. None of them reaches a device. */
final class LiveKeys {
    private static final List<Shortcut> SHEET = List.of(
            new Shortcut("R", "Begin or end a segment, of all sources that are shown"),
            new Shortcut("M", "Mark this moment"),
            new Shortcut("Shift+M", "Write the text of the newest marker; Enter keeps it, Esc leaves it empty"),
            new Shortcut("H", "Capacitance heat map"), new Shortcut("T", "Electrodes"),
            new Shortcut("Ctrl+Wheel", "Zoom the frame about the pointer, double click to fit"),
            new Shortcut("A", "Add a source beside those that are shown"),
            new Shortcut("1 to 9", "Select a source, when there are several"),
            new Shortcut("F", "Enlarge the selected source, or show all alike; so does a double click"),
            new Shortcut("Alt+Left Alt+Right", "Move the selected source"),
            new Shortcut("Delete", "Show the selected source no more"));

    private final LookBackPanel lookBack;
    private final LiveTiles tiles;
    private final RecordPanel record;
    private final MarkerStrip strip;
    private final OverlayPanel overlay;
    private final SourceBar bar;

    LiveKeys(LookBackPanel lookBack, LiveTiles tiles, RecordPanel record, MarkerStrip strip, OverlayPanel overlay,
            SourceBar bar) {
        this.lookBack = lookBack;
        this.tiles = tiles;
        this.record = record;
        this.strip = strip;
        this.overlay = overlay;
        this.bar = bar;
    }

    static List<Shortcut> sheet() {
        return Stream.concat(SHEET.stream(), LookBackPanel.SHEET.stream()).toList();
    }

    /** Consumes what it takes. */
    void press(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean taken = event.isAltDown() ? shift(event.getCode()) : lookBack.press(event) || act(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean shift(KeyCode code) {
        boolean sideways = code == KeyCode.LEFT || code == KeyCode.RIGHT;
        if (sideways) {
            tiles.shift(code == KeyCode.LEFT ? -1 : 1);
        }
        return sideways;
    }

    private boolean act(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case R -> record.toggle();
            case M -> mark(event.isShiftDown());
            case H -> overlay.toggleHeat();
            case T -> overlay.toggleElectrodes();
            case A -> bar.openToAdd();
            case F -> tiles.enlargeSelected();
            case DELETE -> tiles.removeSelected();
            case ESCAPE -> {
                return tiles.level();
            }
            default -> {
                return choose(code);
            }
        }
        return true;
    }

    private boolean choose(KeyCode code) {
        int number = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
        if (number >= 0) {
            tiles.select(number);
        }
        return number >= 0;
    }

    private void mark(boolean describe) {
        if (!describe || !strip.write()) {
            record.mark();
        }
    }
}
