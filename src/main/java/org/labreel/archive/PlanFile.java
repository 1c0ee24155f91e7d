package org.labreel.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.labreel.model.Session;

/**
 * A plan by itself, to be handed on: the keys of {@code session.json} that say what was planned (schemaVersion, name,
 * mode, start, end, notes, limits, cameras). A {@code session.json} is read as well; what came of it is left out.
 */
public final class PlanFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_BYTES = 64L << 20;

    private PlanFile() {
    }

    /** What a file plans. */
    public record Planned(String name, Session.Plan plan) {
    }

    /** Writes it whole or not at all, in the place of one that was there. */
    public static void write(Path file, Planned planned) throws IOException {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("schemaVersion", SessionJson.VERSION).put("name", planned.name()).put("mode",
                planned.plan().mode().word());
        PlanJson.write(planned.plan(), out);
        DurableFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(out));
    }

    /**
     * @throws IOException
     *             with a sentence for the operator
     */
    public static Planned read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file.getFileName() + " is too large to be a plan.");
        }
        try {
            JsonNode in = JSON.readTree(Files.readAllBytes(file));
            if (!in.isObject() || !in.has("schemaVersion") || !in.has("name")) {
                throw new IOException(file.getFileName() + " is no plan of Labreel.");
            }
            if (in.get("schemaVersion").asInt() > SessionJson.VERSION) {
                throw new IOException(file.getFileName() + " was written by a newer Labreel (version "
                        + in.get("schemaVersion").asInt() + " of the file); this one reads up to version "
                        + SessionJson.VERSION + ".");
            }
            return new Planned(in.get("name").asText(), PlanJson.read(in));
        } catch (JsonProcessingException e) {
            throw new IOException(file.getFileName() + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " holds a value that cannot be right (" + e.getMessage() + ").",
                    e);
        }
    }
}
