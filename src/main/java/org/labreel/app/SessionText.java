package org.labreel.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labreel.model.JournalEntry;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.serve.graph.SessionMap;
import org.labreel.session.SessionView;
import org.labreel.session.StreamCheck;

/** Sessions for people and for scripts. */
final class SessionText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT);

    private SessionText() {
    }

    static String at(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** One line. */
    static String line(SessionView view) {
        Session session = view.session();
        long bytes = session.segments().stream().mapToLong(Segment::bytes).sum();
        String start = session.plan().start().filter(Instant.EPOCH::isBefore).map(when -> "  starts " + at(when))
                .orElse("");
        return String.format(Locale.ROOT, "%s  %-9s %12s %10s  %s%s", session.id(), session.state().word(),
                session.segments().size() + (session.segments().size() == 1 ? " segment" : " segments"),
                Terminal.bytes(bytes), session.name(),
                session.state() == Session.State.SCHEDULED ? start : "");
    }

    /** All that is known. */
    static String all(SessionView view) {
        Session session = view.session();
        StringBuilder out = new StringBuilder(line(view));
        session.plan().start().filter(Instant.EPOCH::isBefore)
                .ifPresent(start -> add(out, "start", at(start)));
        session.plan().end().filter(end -> end.isBefore(Instant.parse("9999-01-01T00:00:00Z")))
                .ifPresent(end -> add(out, "end", at(end)));
        if (!session.limits().equals(Session.Limits.NONE)) {
            add(out, "limits", session.limits().maxTimeSeconds() + " s, " + session.limits().maxSizeMegabytes()
                    + " MB (0 = none)");
        }
        session.cameras().forEach(camera -> add(out, "camera", camera.model() + " " + camera.serial() + " at "
                + camera.address()));
        for (StreamCheck check : view.checks()) {
            add(out, "stream", check.wish().type().word() + " " + check.verdict().name().toLowerCase(Locale.ROOT)
                    + ": " + check.words());
        }
        view.cameras().forEach(camera -> add(out, "live", camera.health().words()
                + camera.alarm().map(alarm -> "  " + alarm).orElse("")));
        view.forecast().ifPresent(forecast -> add(out, "disk", forecast.words()));
        session.spans().forEach(span -> add(out, "started", span(span)));
        session.segments().forEach(segment -> add(out, "segment", segment(segment)));
        for (JournalEntry entry : session.journal()) {
            add(out, "journal", at(entry.at()) + "  " + entry.text());
        }
        if (!session.losses().isEmpty()) {
            add(out, "losses", session.losses().size() + " entries");
        }
        return out.toString();
    }

    private static void add(StringBuilder out, String name, String text) {
        out.append(String.format(Locale.ROOT, "%n  %-8s %s", name, text));
    }

    private static String span(Span span) {
        String partial = span.partial() ? "  only in part:" : "";
        StringBuilder text = new StringBuilder(at(span.requested())).append(" by ").append(span.cause().word());
        span.ended().ifPresent(ended -> text.append("  ").append(Terminal.shortDuration(
                Duration.between(span.requested(), ended))).append("  ").append(span.ending()));
        text.append(partial);
        span.parts().stream().filter(part -> !part.problem().isEmpty())
                .forEach(part -> text.append("  ").append(part.problem()));
        return text.toString();
    }

    private static String segment(Segment segment) {
        String length = segment.end()
                .map(end -> Terminal.shortDuration(Duration.between(segment.start(), end))).orElse("being recorded");
        return segment.file() + "  " + length + "  " + segment.frames() + " frames  "
                + Terminal.bytes(segment.bytes()) + "  " + segment.lost() + " lost";
    }

    /** The fields of the GraphQL schema. */
    static String json(List<SessionView> views) {
        return write(views.stream().map(SessionMap::of).map(SessionText::plain).toList());
    }

    static String json(SessionView view) {
        return write(Optional.ofNullable(plain(SessionMap.of(view))).orElse(""));
    }

    private static String write(Object plain) {
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> out = new LinkedHashMap<>();
                map.forEach((name, each) -> out.put(String.valueOf(name), plain(each)));
                yield out;
            }
            case List<?> list -> list.stream().map(SessionText::plain).toList();
            case Instant instant -> instant.toString();
            case UUID id -> id.toString();
            case null -> null;
            default -> value;
        };
    }
}
