package org.labreel.feed.cpl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML document to plain values. It hears the parser's events and builds nothing but {@link Yaml}: no tag makes an
 * object, nesting is bounded before it reaches the stack, and an alias costs as much as what it stands for, so that no
 * small text unfolds to a large one.
 */
final class YamlReader {
    static final int MAX_DEPTH = 16;
    static final int MAX_VALUES = 10_000;
    /** As many as a message can hold without an alias. */
    static final int MAX_CHARACTERS = CplSplitter.MAX_TEXT_BYTES;

    private final Iterator<Event> events;
    private final Map<Anchor, Known> anchors = new HashMap<>();
    private int values;
    private int characters;

    /** What an anchor stands for, and how many values and characters of text that is. */
    private record Known(Yaml value, int count, int characters) {
    }

    private YamlReader(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(Math.max(1, text.length())).setUseMarks(false)
                .setParseComments(false).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * @throws MalformedCplException
     *             when it is no single document of plain values, or one over the limits
     */
    static Yaml read(String text) throws MalformedCplException {
        try {
            return new YamlReader(text).document();
        } catch (YamlEngineException e) {
            throw new MalformedCplException("the text is no YAML: " + firstLine(String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            // A parser that meets what it did not foresee must not take the connection's thread with it.
            throw new MalformedCplException("the text cannot be read as YAML", e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown reason");
    }

    private Yaml document() throws MalformedCplException {
        Yaml value = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {
                }
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd -> {
                    if (value != null) {
                        throw new MalformedCplException("the text holds more than one YAML document");
                    }
                    value = value(event, 0);
                }
            }
        }
        if (value == null) {
            throw new MalformedCplException("the text is empty");
        }
        return value;
    }

    private Yaml value(Event event, int depth) throws MalformedCplException {
        int textBefore = characters;
        count(1, event instanceof ScalarEvent scalar ? scalar.getValue().length() : 0);
        int before = values;
        return switch (event) {
            case AliasEvent alias -> known(alias.getAlias());
            case ScalarEvent scalar -> kept(scalar.getAnchor(), YamlScalar.of(scalar), before, textBefore);
            case SequenceStartEvent start -> kept(opened(start, depth), sequence(depth + 1), before, textBefore);
            case MappingStartEvent start -> kept(opened(start, depth), mapping(depth + 1), before, textBefore);
            default -> throw new MalformedCplException("the YAML ends in the middle of a value");
        };
    }

    private Yaml known(Anchor alias) throws MalformedCplException {
        Known known = anchors.get(alias);
        if (known == null) {
            throw new MalformedCplException("the YAML refers to a value that is not whole: *" + alias.getValue());
        }
        count(known.count(), known.characters());
        return known.value();
    }

    private Yaml kept(Optional<Anchor> anchor, Yaml value, int before, int textBefore) {
        anchor.ifPresent(
                name -> anchors.put(name, new Known(value, values - before, characters - textBefore)));
        return value;
    }

    private static Optional<Anchor> opened(CollectionStartEvent start, int depth) throws MalformedCplException {
        String tag = start.getTag().orElse("");
        if (!tag.isEmpty() && !tag.equals("tag:yaml.org,2002:seq") && !tag.equals("tag:yaml.org,2002:map")) {
            throw new MalformedCplException("the YAML asks for an object of the kind " + tag
                    + "; only plain values are read");
        }
        if (depth >= MAX_DEPTH) {
            throw new MalformedCplException("the YAML is nested deeper than " + MAX_DEPTH + " levels");
        }
        return start.getAnchor();
    }

    private Yaml sequence(int depth) throws MalformedCplException {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(value(next, depth));
        }
        return new Yaml.Sequence(items);
    }

    private Yaml mapping(int depth) throws MalformedCplException {
        SequencedMap<String, Yaml> entries = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            String name = switch (value(next, depth)) {
                case Yaml.Text(String text) -> text;
                case Yaml.Whole(long number) -> Long.toString(number);
                case Yaml.Nothing _,Yaml.Truth _,Yaml.Real _,Yaml.Sequence _,Yaml.Mapping _ ->
                    throw new MalformedCplException("a name in the YAML is no text");
            };
            if (entries.put(name, value(events.next(), depth)) != null) {
                throw new MalformedCplException("the YAML gives a value twice: " + name);
            }
        }
        return new Yaml.Mapping(entries);
    }

    private void count(int more, int moreCharacters) throws MalformedCplException {
        values += more;
        characters += moreCharacters;
        if (values > MAX_VALUES) {
            throw new MalformedCplException("the YAML unfolds to more than " + MAX_VALUES + " values");
        }
        if (characters > MAX_CHARACTERS) {
            throw new MalformedCplException("the YAML unfolds to more than " + MAX_CHARACTERS + " characters");
        }
    }
}
