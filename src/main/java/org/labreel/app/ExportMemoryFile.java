package org.labreel.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.labreel.ui.export.ExportMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choices of exports kept in {@code exports.json} beside the settings. One that cannot be read counts as none. */
final class ExportMemoryFile implements ExportMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ExportMemoryFile.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private Map<String, String> kept;

    ExportMemoryFile(Path file) {
        this.file = file;
        this.kept = load(file);
    }

    private static Map<String, String> load(Path file) {
        try {
            return Map.copyOf(JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {
            }));
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException | NullPointerException e) {
            LOG.warn("the choices of the last export in {} are not used: {}", file, e.toString());
            return Map.of();
        }
    }

    @Override
    public Map<String, String> read() {
        return kept;
    }

    @Override
    public void write(Map<String, String> choices) {
        kept = Map.copyOf(choices);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(part, JSON.writeValueAsBytes(new TreeMap<>(kept)));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the choices of this export hold for this run only: {}", e.toString());
        }
    }
}
