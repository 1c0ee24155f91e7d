package org.labreel.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Marker;
import org.labreel.model.Point;

/** The sidecar of a clip, version {@value #VERSION}, as JSON. */
final class RecipeJson {
    static final int VERSION = 2;
    /** Without cameras beside each other older programs make the same clip of it. */
    private static final int PLAIN_VERSION = 1;
    private static final String MARK = "labreelClip";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecipeJson() {
    }

    static byte[] write(Recipe recipe) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put(MARK, recipe.sides().isEmpty() ? PLAIN_VERSION : VERSION).put("program", recipe.program())
                .put("encoder", recipe.encoder());
        ObjectNode clip = out.putObject("clip").put("name", recipe.clip().name()).put("frames", recipe.clip().frames());
        recipe.clip().content().ifPresent(content -> write(content, clip));
        ArrayNode logs = out.putArray("logs");
        recipe.logs().forEach(log -> write(log.content(), logs.addObject()
                .put("file", String.valueOf(log.path().getFileName())).put("path", log.path().toString())));
        ArrayNode parts = out.putArray("ranges");
        recipe.parts().forEach(part -> parts.addObject().put("log", part.log()).put("first", part.first()).put("last",
                part.last()));
        out.set("settings", SettingsJson.write(recipe.settings()));
        ArrayNode markers = out.putArray("markers");
        recipe.markers().forEach(marker -> markers.addObject().put("id", marker.id().toString())
                .put("at", marker.at().toString()).put("text", marker.text()).put("colour", marker.colour()));
        if (!recipe.sides().isEmpty()) {
            ObjectNode beside = out.putObject("sideBySide").put("label", recipe.label());
            ArrayNode cameras = beside.putArray("cameras");
            recipe.sides().forEach(side -> {
                ArrayNode frames = cameras.addObject().put("log", side.log()).put("label", side.label())
                        .putArray("frames");
                side.frames().forEach(frames::add);
            });
        }
        recipe.board().ifPresent(board -> write(board, out.putArray("electrodes")));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private static void write(Fingerprint content, ObjectNode out) {
        out.put("bytes", content.bytes()).put("sha256", content.sha256());
    }

    private static void write(Board board, ArrayNode out) {
        for (Electrode electrode : board.electrodes()) {
            ArrayNode outline = out.addObject().put("pin", electrode.pin()).putArray("outline");
            electrode.outline().forEach(point -> outline.addArray().add(point.x()).add(point.y()));
        }
    }

    /**
     * @throws IOException
     *             with what is wrong, as the end of a sentence that names the file
     */
    static Recipe read(byte[] text) throws IOException {
        try {
            JsonNode in = JSON.readTree(text);
            if (in == null || !in.path(MARK).isInt()) {
                throw new IOException("is no sidecar of a clip");
            }
            if (in.get(MARK).asInt() > VERSION) {
                throw new IOException("was written by a newer Labreel (version " + in.get(MARK).asInt()
                        + " of the file); this one reads up to version " + VERSION);
            }
            return recipe(in);
        } catch (JsonProcessingException e) {
            throw new IOException("is damaged (" + e.getOriginalMessage() + ")", e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("holds a value that cannot be right (" + e.getMessage() + ")", e);
        }
    }

    private static Recipe recipe(JsonNode in) {
        JsonNode clip = in.path("clip");
        List<Recipe.Log> logs = list(in.path("logs"),
                log -> new Recipe.Log(Path.of(log.path("path").asText()), content(log)));
        List<Recipe.Part> parts = list(in.path("ranges"), part -> new Recipe.Part(part.path("log").asInt(-1),
                part.path("first").asInt(-1), part.path("last").asInt(-1)));
        JsonNode beside = in.path("sideBySide");
        List<Recipe.Side> sides = list(beside.path("cameras"), side -> new Recipe.Side(side.path("log").asInt(-1),
                side.path("label").asText(), list(side.path("frames"), frame -> frame.asInt(-1))));
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.log() < 0 || part.log() >= logs.size())
                || sides.stream().anyMatch(side -> side.log() < 0 || side.log() >= logs.size())) {
            throw new IllegalArgumentException("its ranges name logs that it does not list");
        }
        return new Recipe(in.path("program").asText("unknown"), in.path("encoder").asText("unknown"), logs, parts,
                SettingsJson.read(in.path("settings")),
                in.has("electrodes")
                        ? Optional.of(new Board(list(in.get("electrodes"), RecipeJson::electrode), ""))
                        : Optional.empty(),
                list(in.path("markers"), RecipeJson::marker),
                new Recipe.Clip(clip.path("name").asText("clip.mp4"), clip.path("frames").asInt(),
                        clip.has("sha256") ? Optional.of(content(clip)) : Optional.empty()),
                beside.path("label").asText(""), sides);
    }

    private static Fingerprint content(JsonNode in) {
        return new Fingerprint(in.path("bytes").asLong(), in.path("sha256").asText());
    }

    private static Electrode electrode(JsonNode in) {
        return new Electrode(in.path("pin").asInt(),
                list(in.path("outline"), point -> new Point(point.path(0).asDouble(), point.path(1).asDouble())));
    }

    private static Marker marker(JsonNode in) {
        return new Marker(UUID.fromString(in.path("id").asText()), Instant.parse(in.path("at").asText()),
                in.path("text").asText(), in.path("colour").asText());
    }

    private static <T> List<T> list(JsonNode in, Function<JsonNode, T> read) {
        List<T> out = new ArrayList<>();
        in.forEach(each -> out.add(read.apply(each)));
        return out;
    }
}
