package org.labreel.serve;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The part of a selection of fields that an endpoint knows. */
final class KnownFields {
    private final Map<String, Map<String, String>> types;
    private final Iterator<String> words;

    private KnownFields(Map<String, Map<String, String>> types, Iterator<String> words) {
        this.types = types;
        this.words = words;
    }

    /**
     * @param wanted
     *            a selection without arguments: { id records { id } }
     * @param types
     *            type of each field, by type and field
     * @return empty when there is nothing left by which one thing could be told from another
     */
    static Optional<String> of(String wanted, String type, Map<String, Map<String, String>> types) {
        Iterator<String> words = Arrays.asList(wanted.strip().split("\\s+")).iterator();
        words.next();
        return new KnownFields(types, words).selection(type);
    }

    /** Reads up to the closing brace. */
    private Optional<String> selection(String type) {
        Map<String, String> fields = types.getOrDefault(type, Map.of());
        StringBuilder known = new StringBuilder("{");
        boolean told = true;
        String last = "";
        for (String word = words.next(); !"}".equals(word); word = words.next()) {
            if ("{".equals(word)) {
                String parent = last;
                Optional<String> inner = selection(fields.getOrDefault(parent, ""));
                inner.filter(_ -> fields.containsKey(parent)).ifPresent(text -> known.append(' ').append(parent)
                        .append(' ').append(text));
                last = "";
            } else {
                plain(known, last, fields);
                told &= !names(word) || fields.containsKey(word);
                last = word;
            }
        }
        plain(known, last, fields);
        return told && known.length() > 1 ? Optional.of(known.append(" }").toString()) : Optional.empty();
    }

    private static void plain(StringBuilder known, String field, Map<String, String> fields) {
        if (fields.containsKey(field)) {
            known.append(' ').append(field);
        }
    }

    /** Whether a thing is known by this field. */
    private static boolean names(String field) {
        return field.equals("id") || field.endsWith("Id");
    }
}
