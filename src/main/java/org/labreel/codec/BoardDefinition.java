package org.labreel.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/**
 * Reads a PurpleDrop board definition (JSON): the reply of {@code get_board_definition}, or a board file, which may
 * have one {@code grid} in place of {@code grids} and templates for its peripherals.
 */
public final class BoardDefinition {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** No board has more; a larger grid is damage or malice. */
    private static final int MAX_ELECTRODES = 65_536;
    /** Of one outline; drawing one of some 100,000 takes seconds. */
    private static final int MAX_CORNERS = 1000;

    /** Longer ones would push everything else out of sight. */
    private static final int LONGEST_NAME = 40;

    private BoardDefinition() {
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator when the text is no board definition
     */
    public static Board parse(String json) {
        try {
            JsonNode layout = JSON.readTree(json).path("layout");
            if (!layout.isObject()) {
                throw new IllegalArgumentException("the board definition has no \"layout\"");
            }
            List<Electrode> out = new ArrayList<>();
            layout.path("grids").forEach(grid -> grid(grid, grid.path("pitch").asDouble(1), out));
            if (layout.path("grid").isArray()) {
                cells(layout.path("grid"), new Point(0, 0), 1, out);
            } else if (layout.path("grid").isObject()) {
                grid(layout.path("grid"), layout.path("grid").path("pitch").asDouble(1), out);
            }
            Map<String, Map<JsonNode, JsonNode>> templates = new HashMap<>();
            layout.path("peripherals").forEach(p -> peripheral(p,
                    templates.computeIfAbsent(p.path("type").asText(""),
                            type -> shapes(layout.path("peripheral_templates").path(type))),
                    out));
            return new Board(out, json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the board definition is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void grid(JsonNode grid, double pitch, List<Electrode> out) {
        cells(grid.path("pins"), point(grid.path("origin")), pitch, out);
    }

    private static void cells(JsonNode rows, Point origin, double pitch, List<Electrode> out) {
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.path(y).size(); x++) {
                JsonNode pin = rows.path(y).path(x);
                if (pin.isIntegralNumber() && pin.asInt() >= 0) {
                    double left = origin.x() + x * pitch;
                    double top = origin.y() + y * pitch;
                    add(out, new Electrode(pin.asInt(), List.of(new Point(left, top), new Point(left + pitch, top),
                            new Point(left + pitch, top + pitch), new Point(left, top + pitch)),
                            "row " + (y + 1) + ", column " + (x + 1)));
                }
            }
        }
    }

    /** The electrodes of a template by their id; of several with one id the last. */
    private static Map<JsonNode, JsonNode> shapes(JsonNode template) {
        Map<JsonNode, JsonNode> shapes = new HashMap<>();
        template.path("electrodes").forEach(electrode -> shapes.put(electrode.path("id"), electrode));
        return shapes;
    }

    private static void peripheral(JsonNode peripheral, Map<JsonNode, JsonNode> template, List<Electrode> out) {
        Point origin = point(peripheral.path("origin"));
        double degrees = peripheral.path("rotation").asDouble(0);
        for (JsonNode electrode : peripheral.path("electrodes")) {
            JsonNode shape = electrode.has("polygon")
                    ? electrode
                    : template.getOrDefault(electrode.path("id"), electrode);
            JsonNode pin = electrode.path("pin");
            if (!pin.isIntegralNumber() || pin.asInt() < 0 || shape.path("polygon").size() < 3) {
                continue;
            }
            Point shift = point(shape.path("origin")).plus(origin);
            List<Point> outline = new ArrayList<>();
            shape.path("polygon").forEach(p -> outline.add(point(p).plus(shift).rotatedAbout(origin, degrees)));
            add(out, new Electrode(pin.asInt(), outline, name(peripheral, electrode)));
        }
    }

    /** As "reservoir 1 A", or by the reference designator where a definition has one. */
    private static String name(JsonNode peripheral, JsonNode electrode) {
        String designator = electrode.path("refdes").asText(peripheral.path("refdes").asText(""));
        String name = designator.isEmpty()
                ? peripheral.path("class").asText("peripheral") + " " + peripheral.path("id").asText("")
                : designator;
        String full = (name.strip() + " " + electrode.path("id").asText("")).strip();
        return full.length() > LONGEST_NAME ? full.substring(0, LONGEST_NAME) : full;
    }

    private static void add(List<Electrode> out, Electrode electrode) {
        if (out.size() >= MAX_ELECTRODES) {
            throw new IllegalArgumentException("the board definition has more than " + MAX_ELECTRODES + " electrodes");
        }
        if (electrode.outline().size() > MAX_CORNERS) {
            throw new IllegalArgumentException("the board definition has an electrode of more than " + MAX_CORNERS
                    + " corners");
        }
        out.add(electrode);
    }

    private static Point point(JsonNode pair) {
        return new Point(pair.path(0).asDouble(0), pair.path(1).asDouble(0));
    }
}
