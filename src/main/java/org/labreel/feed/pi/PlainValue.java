package org.labreel.feed.pi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pickle may hold here: data, and nothing that could run. */
public sealed interface PlainValue {
    PlainValue NONE = new None();

    /** Python's None. */
    record None() implements PlainValue {
    }

    record Bool(boolean value) implements PlainValue {
    }

    /** A whole number of at most 64 bits. */
    record Whole(long value) implements PlainValue {
    }

    record Real(double value) implements PlainValue {
    }

    record Text(String value) implements PlainValue {
    }

    record Tuple(List<PlainValue> items) implements PlainValue {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** A list. */
    record Row(List<PlainValue> items) implements PlainValue {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** A dict, in the order in which it was written. */
    record Table(Map<PlainValue, PlainValue> entries) implements PlainValue {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    static PlainValue of(long value) {
        return new Whole(value);
    }

    static PlainValue of(String value) {
        return new Text(value);
    }

    static PlainValue of(boolean value) {
        return new Bool(value);
    }
}
