package org.labreel.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The file of notes on a log that no session holds: markers and ranges as in {@code session.json}, and deleted ids. */
final class AnnotationJson {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnnotationJson() {
    }

    /**
     * @param log
     *            where it was last seen, for whoever looks into the file
     */
    static byte[] write(AnnotationEdit edit, Path log) {
        ObjectNode out = JSON.createObjectNode();
        out.put("schemaVersion", VERSION).put("log", log.toAbsolutePath().toString());
        SessionJson.write(edit.markers(), edit.ranges(), out);
        ArrayNode deleted = out.putArray("deleted");
        edit.deleted().stream().sorted().forEach(id -> deleted.add(id.toString()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /**
     * @throws IOException
     *             with what is wrong, as the end of a sentence that names the file
     */
    static AnnotationEdit read(byte[] text) throws IOException {
        try {
            JsonNode in = JSON.readTree(text);
            if (in.path("schemaVersion").asInt(0) != VERSION) {
                throw new IOException("is no file of notes that this version of Labreel reads");
            }
            Set<UUID> deleted = new HashSet<>();
            in.path("deleted").forEach(id -> deleted.add(UUID.fromString(id.asText())));
            return new AnnotationEdit(JsonField.list(in.path("markers"), SessionJson::marker),
                    JsonField.list(in.path("ranges"), SessionJson::range), deleted);
        } catch (JsonProcessingException e) {
            throw new IOException("is damaged (" + e.getOriginalMessage() + ")", e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("holds a value that cannot be right (" + e.getMessage() + ")", e);
        }
    }
}
