package org.labreel.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.labreel.archive.DurableFile;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.PreferencesHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences kept in {@code settings.json}. Nothing that happens to that file keeps the program from running: a broken
 * one is put aside, one that cannot be written is told of and the choices hold for this run. Several windows may keep
 * theirs in one file: each writes what was changed in it, and leaves standing what another has changed.
 */
public final class PreferencesFile implements PreferencesHolder {
    public static final String NAME = "settings.json";

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    private final Path file;
    private final InstantSource clock;
    private final List<Consumer<Preferences>> listeners = new CopyOnWriteArrayList<>();
    /** What holds in this window, as it is written. */
    private final ObjectNode json;
    private Optional<String> notice = Optional.empty();
    private Preferences preferences;

    /**
     * @param folder
     *            the user's configuration folder; made when something is first saved
     * @param defaults
     *            what holds where the file says nothing
     */
    public PreferencesFile(Path folder, Preferences defaults, InstantSource clock) {
        this.file = folder.resolve(NAME);
        this.clock = clock;
        this.json = read();
        this.preferences = PreferencesJson.read(json, defaults);
        PreferencesJson.write(preferences, json);
    }

    /** Where the preferences lie. */
    public Path file() {
        return file;
    }

    /** What the operator should be told about the file; empty when all is well. */
    public synchronized Optional<String> notice() {
        return notice;
    }

    @Override
    public synchronized Preferences get() {
        return preferences;
    }

    @Override
    public void update(UnaryOperator<Preferences> change) {
        Preferences after;
        synchronized (this) {
            after = change.apply(preferences);
            if (after.equals(preferences)) {
                return;
            }
            preferences = after;
            save();
        }
        listeners.forEach(listener -> listener.accept(after));
    }

    @Override
    public Subscription onChange(Consumer<Preferences> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private ObjectNode read() {
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            putAside("it holds no settings");
        } catch (NoSuchFileException _) {
            // The first run.
        } catch (JsonProcessingException e) {
            putAside(e.getOriginalMessage());
        } catch (IOException e) {
            notice = Optional.of("Your settings in " + file + " cannot be read (" + e.getMessage()
                    + "). Labreel starts with its defaults.");
        }
        return JSON.createObjectNode();
    }

    private void putAside(String why) {
        Path aside = file.resolveSibling("settings.broken-" + STAMP.format(clock.instant()) + ".json");
        try {
            Files.move(file, aside);
            notice = Optional.of("Your settings file was damaged and has been put aside as " + aside.getFileName()
                    + ". Labreel starts with its defaults; nothing else is affected.");
        } catch (IOException e) {
            notice = Optional.of("Your settings file " + file + " is damaged and cannot be put aside ("
                    + e.getMessage() + "). Labreel starts with its defaults.");
        }
        LOG.warn("{} is broken: {}", file, why);
    }

    private void save() {
        ObjectNode before = json.deepCopy();
        PreferencesJson.write(preferences, json);
        ObjectNode whole = changedOnDisk(before);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFile.replaceSecret(file, JSON.writeValueAsBytes(whole));
        } catch (IOException e) {
            notice = Optional.of("Your settings cannot be saved to " + file + " (" + e.getMessage()
                    + "). They hold until Labreel is closed.");
            LOG.warn("{} cannot be saved: {}", file, e.toString());
        }
    }

    /** What lies on the disk, also from another window or version, with what has changed here. */
    private ObjectNode changedOnDisk(ObjectNode before) {
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode there) {
                carry(before, json, there);
                return there;
            }
        } catch (IOException e) {
            LOG.info("{} is written anew: {}", file, e.toString());
        }
        return json;
    }

    private static void carry(ObjectNode before, ObjectNode after, ObjectNode onto) {
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            JsonNode was = before.get(field.getKey());
            JsonNode is = field.getValue();
            if (was instanceof ObjectNode old && is instanceof ObjectNode now
                    && onto.get(field.getKey()) instanceof ObjectNode there) {
                carry(old, now, there);
            } else if (!is.equals(was)) {
                onto.set(field.getKey(), is);
            }
        }
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            if (!after.has(field.getKey())) {
                onto.remove(field.getKey());
            }
        }
    }
}
