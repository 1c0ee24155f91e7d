package org.labreel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Recording;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Preferences.WindowPlace;
import org.labreel.ui.kit.SessionChoices;

/**
 * Preferences as JSON. A field that is missing, of the wrong kind or out of bounds gives way to its default, one by
 * one; fields of other versions are left as they stand.
 */
final class PreferencesJson {
    private static final int MOST_RECENT = 12;
    private static final int MOST_QUERIES = 30;
    private static final double SMALLEST_WINDOW = 400;
    private static final double LARGEST_WINDOW = 20_000;

    private PreferencesJson() {
    }

    static Preferences read(JsonNode json, Preferences defaults) {
        return new Preferences(path(json.path("recordings"), defaults.recordings()),
                text(json.path("lastSource"), defaults.lastSource()), theme(json.path("theme"), defaults.theme()),
                window(json.path("window"), defaults.window()), paths(json.path("recentLogs")),
                whole(json.path("largeStep"), defaults.largeStep(), 2, 10_000),
                recording(json, defaults.recording()),
                number(json.path("heatMaximumPicofarads"), defaults.heatMaximumPicofarads(), 0.01, 10_000),
                layout(json.path("layout")), texts(json.path("queries")),
                ServingJson.read(json.path("serving"), defaults.serving()),
                KnownSourcesJson.read(json.path("sources")), sessions(json.path("sessions"), defaults.sessions()));
    }

    /** Writes every field over what stands in {@code into}. */
    static void write(Preferences preferences, ObjectNode into) {
        into.put("recordings", preferences.recordings().toString());
        into.put("lastSource", preferences.lastSource());
        into.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        WindowPlace place = preferences.window();
        ObjectNode window = into.putObject("window");
        if (Double.isFinite(place.x()) && Double.isFinite(place.y())) {
            window.put("x", place.x()).put("y", place.y());
        }
        window.put("width", place.width()).put("height", place.height()).put("maximized", place.maximized());
        ArrayNode recent = into.putArray("recentLogs");
        preferences.recentLogs().forEach(log -> recent.add(log.toString()));
        into.put("largeStep", preferences.largeStep());
        Recording recording = preferences.recording();
        into.put("preRollSeconds", recording.preRollSeconds()).put("preRollMegabytes", recording.preRollMegabytes())
                .put("storeRepeatsOnce", recording.repeatsOnce()).put("splitGigabytes", recording.splitGigabytes())
                .put("splitMinutes", recording.splitMinutes())
                .put("reserveMegabytes", recording.reserveMegabytes());
        into.put("heatMaximumPicofarads", preferences.heatMaximumPicofarads());
        ArrayNode queries = into.putArray("queries");
        preferences.queries().forEach(queries::add);
        ServingJson.write(preferences.serving(), into.putObject("serving"));
        KnownSourcesJson.write(preferences.sources(), into.putObject("sources"));
        SessionChoices sessions = preferences.sessions();
        into.putObject("sessions").put("endpoint", sessions.endpoint())
                .put("connectSeconds", sessions.connectSeconds()).put("startLate", sessions.startLate());
        ObjectNode layout = into.putObject("layout");
        preferences.layout().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> layout.put(entry.getKey(), entry.getValue()));
    }

    private static Recording recording(JsonNode json, Recording defaults) {
        int any = Integer.MAX_VALUE;
        return new Recording(whole(json.path("preRollSeconds"), defaults.preRollSeconds(), 0, any),
                whole(json.path("preRollMegabytes"), defaults.preRollMegabytes(), 0, any),
                json.path("storeRepeatsOnce").asBoolean(defaults.repeatsOnce()),
                whole(json.path("splitGigabytes"), defaults.splitGigabytes(), 0, any),
                whole(json.path("splitMinutes"), defaults.splitMinutes(), 0, any),
                whole(json.path("reserveMegabytes"), defaults.reserveMegabytes(), 0, any)).bounded();
    }

    private static SessionChoices sessions(JsonNode json, SessionChoices defaults) {
        return new SessionChoices(text(json.path("endpoint"), defaults.endpoint()),
                whole(json.path("connectSeconds"), defaults.connectSeconds(), 0, SessionChoices.MOST_SECONDS),
                json.path("startLate").asBoolean(defaults.startLate()));
    }

    private static WindowPlace window(JsonNode json, WindowPlace defaults) {
        return new WindowPlace(json.path("x").asDouble(Double.NaN), json.path("y").asDouble(Double.NaN),
                number(json.path("width"), defaults.width(), SMALLEST_WINDOW, LARGEST_WINDOW),
                number(json.path("height"), defaults.height(), SMALLEST_WINDOW, LARGEST_WINDOW),
                json.path("maximized").asBoolean(defaults.maximized()));
    }

    private static Theme theme(JsonNode json, Theme byDefault) {
        for (Theme each : Theme.values()) {
            if (each.name().equalsIgnoreCase(json.asText(""))) {
                return each;
            }
        }
        return byDefault;
    }

    private static String text(JsonNode json, String byDefault) {
        return json.isTextual() && !json.asText().isBlank() ? json.asText() : byDefault;
    }

    private static int whole(JsonNode json, int byDefault, int least, int most) {
        return json.isNumber() ? Math.clamp(json.asLong(), least, most) : byDefault;
    }

    private static double number(JsonNode json, double byDefault, double least, double most) {
        return json.isNumber() && Double.isFinite(json.asDouble())
                ? Math.clamp(json.asDouble(), least, most)
                : byDefault;
    }

    private static Path path(JsonNode json, Path byDefault) {
        try {
            return json.isTextual() && !json.asText().isBlank() ? Path.of(json.asText()) : byDefault;
        } catch (InvalidPathException e) {
            return byDefault;
        }
    }

    private static List<Path> paths(JsonNode json) {
        List<Path> out = new ArrayList<>();
        for (JsonNode each : json) {
            Path none = Path.of("");
            Path path = path(each, none);
            if (!path.equals(none) && out.size() < MOST_RECENT) {
                out.add(path);
            }
        }
        return out;
    }

    private static List<String> texts(JsonNode json) {
        List<String> out = new ArrayList<>();
        for (JsonNode each : json) {
            if (each.isTextual() && out.size() < MOST_QUERIES) {
                out.add(each.asText());
            }
        }
        return out;
    }

    private static Map<String, Double> layout(JsonNode json) {
        Map<String, Double> out = new HashMap<>();
        json.properties().forEach(field -> {
            if (field.getValue().isNumber() && Double.isFinite(field.getValue().asDouble())) {
                out.put(field.getKey(), field.getValue().asDouble());
            }
        });
        return out;
    }
}
