package org.labreel.feed.cpl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Collections;

/** A plain value of YAML: all that a message of this wire is made of. */
public sealed interface Yaml {
    /** null */
    record Nothing() implements Yaml {
    }

    /** true or false. */
    record Truth(boolean value) implements Yaml {
    }

    /** A whole number. */
    record Whole(long value) implements Yaml {
    }

    /** Any other number, also not finite. */
    record Real(double value) implements Yaml {
    }

    /** A string. */
    record Text(String value) implements Yaml {
    }

    /** Values one after another. */
    record Sequence(List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Values by name, in the order in which they stood. */
    record Mapping(SequencedMap<String, Yaml> entries) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        /** The value of that name, or {@link Nothing}. */
        public Yaml get(String name) {
            return Objects.requireNonNullElse(entries.get(name), NOTHING);
        }
    }

    Nothing NOTHING = new Nothing();

    static Sequence sequence(Yaml... items) {
        return new Sequence(List.of(items));
    }

    static Mapping mapping(Map<String, ? extends Yaml> entries) {
        return new Mapping(new LinkedHashMap<>(entries));
    }
}
