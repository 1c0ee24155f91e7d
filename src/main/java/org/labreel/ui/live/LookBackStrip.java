package org.labreel.ui.live;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.ui.kit.Units;
import org.labreel.ui.timeline.EpochNanos;

/** Says, in the bar of the timeline, that the past is shown and which moment of it, and offers the way back. */
final class LookBackStrip extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final ZoneId zone;
    private final Label words = new Label();
    private final Tooltip tip = new Tooltip();

    /**
     * @param backToLive
     *            shows the present again
     */
    LookBackStrip(ZoneId zone, Runnable backToLive) {
        super(10);
        this.zone = zone;
        Button back = new Button("Back to live", new FontIcon("mdi2s-skip-forward"));
        back.setId("backToLive");
        back.setTooltip(new Tooltip("Show the present again (Esc)"));
        back.setOnAction(_ -> backToLive.run());
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.getStyleClass().addAll("small", "timeline-button");
        words.setId("lookingBack");
        words.setMinWidth(0);
        words.setTooltip(tip);
        Region between = new Region();
        setHgrow(between, Priority.ALWAYS);
        getStyleClass().add("looking-back");
        getChildren().addAll(new FontIcon("mdi2h-history"), words, between, back);
        setVisible(false);
    }

    /**
     * @param nowNanos
     *            the present, by the clock that the moment is told by
     */
    void tell(LookBack.Seen seen, long nowNanos) {
        Duration ago = Duration.ofNanos(Math.max(0, nowNanos - seen.nanos()));
        String age = ago.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s ago", ago.toMillis() / 1e3)
                : Units.span(ago) + " ago";
        words.setText("Looking back: " + CLOCK.format(EpochNanos.instant(seen.nanos()).atZone(zone)) + ", " + age
                + (seen.trouble().isPresent() && seen.picture().isPresent() ? " · frame damaged" : ""));
        tip.setText(words.getText() + "\nWhat arrives is still received and, while recording, recorded.");
    }
}
