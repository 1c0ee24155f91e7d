package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Takes the colours that lanes are drawn with out of the style sheet. It is a node without a size, so that they follow
 * the theme like those of any other.
 */
final class TimelinePalette extends Region {
    private static final StyleablePropertyFactory<TimelinePalette> STYLES = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final List<CssMetaData<TimelinePalette, Color>> META = List.of(meta("-lr-ground", "#10141a", 0),
            meta("-lr-line", "#262c36", 1), meta("-lr-scheduled", "#6f8fb3", 2), meta("-lr-standby", "#d29922", 3),
            meta("-lr-recording", "#f0463c", 4), meta("-lr-recorded", "#7d8590", 5), meta("-lr-fault", "#ea5cd0", 6),
            meta("-lr-loss", "#ea5cd0", 7), meta("-lr-gap", "#8b949e", 8), meta("-lr-preroll", "#ffffff40", 9),
            meta("-lr-change", "#4fc776", 10), meta("-lr-frame", "#ffffffb0", 11), meta("-lr-text", "#e6edf3", 12),
            meta("-lr-muted", "#8b949e", 13), meta("-lr-series-1", "#58a6ff", 14),
            meta("-lr-series-2", "#f0a84a", 15), meta("-lr-series-3", "#4fc776", 16),
            meta("-lr-series-4", "#d68be8", 17));
    private static final int TEXT = 12;
    private static final int MUTED = 13;
    private static final int SERIES = 14;

    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();

    TimelinePalette(Runnable changed) {
        for (CssMetaData<TimelinePalette, Color> each : META) {
            StyleableObjectProperty<Color> colour = new SimpleStyleableObjectProperty<>(each, this, each.getProperty(),
                    each.getInitialValue(this));
            colour.addListener((_, _, _) -> changed.run());
            colours.add(colour);
        }
        getStyleClass().add("timeline-palette");
        setManaged(false);
    }

    private static CssMetaData<TimelinePalette, Color> meta(String name, String initial, int index) {
        return STYLES.createColorCssMetaData(name, palette -> palette.colours.get(index), Color.web(initial), false);
    }

    LaneColours lanes() {
        return new LaneColours(argb(0), argb(1), argb(2), argb(3), argb(4), argb(5), argb(6), argb(7), argb(8), argb(9),
                argb(10), argb(11), List.of(argb(SERIES), argb(SERIES + 1), argb(SERIES + 2), argb(SERIES + 3)));
    }

    Color text() {
        return colours.get(TEXT).get();
    }

    Color muted() {
        return colours.get(MUTED).get();
    }

    Color series(int index) {
        return colours.get(SERIES + index % (META.size() - SERIES)).get();
    }

    private int argb(int index) {
        Color c = colours.get(index).get();
        return (int) Math.round(c.getOpacity() * 255) << 24 | (int) Math.round(c.getRed() * 255) << 16
                | (int) Math.round(c.getGreen() * 255) << 8 | (int) Math.round(c.getBlue() * 255);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
