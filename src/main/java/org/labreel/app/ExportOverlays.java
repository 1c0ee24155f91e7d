package org.labreel.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ClipFonts;
import org.labreel.export.Overlay;
import org.labreel.export.Overlays;
import org.labreel.export.Overlays.ElectrodePart;
import picocli.CommandLine.Option;

/** What is burnt in. */
final class ExportOverlays {
    @Option(names = "--overlay", paramLabel = "NAME", split = ",", converter = ExportWord.OfOverlay.class, description = "Burn in: electrodes, time, scale, caption, markers (several with commas).")
    private List<Overlay> overlays = new ArrayList<>();

    @Option(names = "--caption", paramLabel = "TEXT", description = "A line of text at the lower edge; it is burnt in when given.")
    @Nullable
    private String caption;

    @Option(names = "--electrodes", paramLabel = "PART", split = ",", converter = ExportWord.OfPart.class, description = "What of the electrodes: outline, fill, pins (default outline,fill).")
    private List<ElectrodePart> parts = new ArrayList<>();

    @Option(names = "--clock", paramLabel = "WHICH", converter = ExportWord.OfClock.class, description = "Which time: elapsed (default), wall, both.")
    private Overlays.Clock clock = Overlays.Clock.ELAPSED;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of the wall time, such as Europe/Berlin or UTC (default: this computer's).")
    @Nullable
    private String zone;

    @Option(names = "--mm-per-unit", paramLabel = "M", description = "Millimetres per board unit, for the scale bar.")
    private double millimetresPerUnit;

    @Option(names = "--board", paramLabel = "FILE", description = "Board definition (JSON) for electrodes and scale (default: that of the session).")
    @Nullable
    private Path board;

    @Option(names = "--marker-seconds", paramLabel = "S", description = "How long a marker's text stays in the clip (default 3).")
    private double markerSeconds = 3;

    @Option(names = "--text-size", paramLabel = "PX", description = "Height of letters in pixels of the clip (default: a 24th of its shorter side).")
    private int textPx;

    @Option(names = "--font", paramLabel = "FAMILY", description = "Font of burnt-in text, a family of this computer (default: DejaVu Sans, which is shipped).")
    private String font = "";

    Optional<Path> boardFile() {
        return Optional.ofNullable(board);
    }

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (overlays.contains(Overlay.SCALE) && !(millimetresPerUnit > 0)) {
            return Optional.of("--overlay scale needs --mm-per-unit");
        }
        if (overlays.contains(Overlay.CAPTION) && caption == null) {
            return Optional.of("--overlay caption needs --caption");
        }
        if (!(markerSeconds >= 0 && markerSeconds <= 86_400)) {
            return Optional.of("--marker-seconds is from 0 to 86400");
        }
        if (textPx != 0 && (textPx < Overlays.SMALLEST_TEXT_PX || textPx > Overlays.LARGEST_TEXT_PX)) {
            return Optional.of("--text-size is from 6 to 400 pixels");
        }
        if (!ClipFonts.isKnown(font)) {
            return Optional.of("--font: '" + font + "' is not on this computer");
        }
        try {
            ZoneId known = zone();
            return known == null ? Optional.of("--zone is empty") : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("'" + zone + "' is no time zone; one is called such as Europe/Berlin or UTC");
        }
    }

    private ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    Overlays overlays() {
        Set<ElectrodePart> drawn = parts.isEmpty() ? Overlays.NONE.electrodes() : Set.copyOf(parts);
        return new Overlays(burnt(), drawn, clock, zone(), caption == null ? "" : caption, millimetresPerUnit,
                Duration.ofMillis(Math.round(markerSeconds * 1000)), textPx, font);
    }

    /** A caption that is given is meant to be seen, and so are parts of electrodes. */
    private Set<Overlay> burnt() {
        Set<Overlay> burnt = EnumSet.noneOf(Overlay.class);
        burnt.addAll(overlays);
        if (caption != null) {
            burnt.add(Overlay.CAPTION);
        }
        if (!parts.isEmpty()) {
            burnt.add(Overlay.ELECTRODES);
        }
        return burnt;
    }
}
