package org.labreel.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.ui.kit.Units;

/** One start: when it was asked for, and what each camera made of it. */
final class SpanBox extends VBox {
    SpanBox(Span span, List<Session.Camera> cameras, Instant now, ZoneId zone) {
        getStyleClass().add("span-box");
        Label head = new Label(head(span, now, zone));
        head.setWrapText(true);
        getChildren().add(head);
        if (span.partial()) {
            head.setGraphic(new FontIcon("mdi2a-alert-outline"));
            head.getStyleClass().add("span-partial");
        }
        span.parts().forEach(part -> getChildren().add(part(span, part, cameras, zone)));
    }

    private static String head(Span span, Instant now, ZoneId zone) {
        String cause = switch (span.cause()) {
            case HAND -> "by hand";
            case SCHEDULE -> "by schedule";
        };
        String end = span.ended().map(at -> ", " + Units.elapsed(Duration.between(span.requested(), at))
                + " long. " + span.ending()).orElse(", goes on");
        return "Start " + cause + ", requested " + Wording.at(span.requested(), now, zone)
                + (span.partial() ? ", in part only" : "") + end;
    }

    private static Label part(Span span, Span.Part part, List<Session.Camera> cameras, ZoneId zone) {
        String camera = cameras.stream().filter(each -> each.id().equals(part.camera())).findFirst()
                .map(Wording::camera).orElse("camera " + part.camera());
        Optional<Instant> started = part.started();
        String text = started.map(at -> camera + ": records from " + Wording.exact(at, zone) + " ("
                + later(Duration.between(span.requested(), at)) + ")").orElse(camera + ": not recorded");
        Label label = new Label(text + (part.problem().isEmpty() ? "" : ". " + part.problem()));
        label.setWrapText(true);
        label.getStyleClass().addAll("span-part", started.isPresent() ? "span-there" : "span-absent");
        return label;
    }

    /** "+1.2 ms after the request" */
    private static String later(Duration delay) {
        double millis = delay.toNanos() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "+%.1f ms", Math.max(0, millis))
                : String.format(Locale.ROOT, "+%.1f s", millis / 1000);
    }
}
