package org.labreel.feed.pi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a pickle is building. Lists and dicts may still grow after the memo knows them, and may then come to hold
 * themselves; so a value is made of them only at the end, by a walk that is bounded in depth and in size.
 */
sealed interface PickleNode {
    /** Marks on the stack where a tuple, list or dict begins. */
    record Mark() implements PickleNode {
    }

    record Leaf(PlainValue value) implements PickleNode {
    }

    record Tuple(List<PickleNode> items) implements PickleNode {
    }

    record Row(List<PickleNode> items) implements PickleNode {
    }

    /** Keys and values in turn. */
    record Table(List<PickleNode> parts) implements PickleNode {
    }

    /** The value, finished. */
    static PlainValue value(PickleNode node, int maxDepth, int maxItems) throws MalformedMessageException {
        return new Walk(maxDepth, maxItems).value(node, 0);
    }

    /** One walk over what was built. What stands in several places is counted in each, as whoever reads it meets it. */
    final class Walk {
        private final int maxDepth;
        private final int maxItems;
        private final Set<PickleNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
        private int items;

        private Walk(int maxDepth, int maxItems) {
            this.maxDepth = maxDepth;
            this.maxItems = maxItems;
        }

        private PlainValue value(PickleNode node, int depth) throws MalformedMessageException {
            if (++items > maxItems) {
                throw new MalformedMessageException("the pickle unfolds to more than " + maxItems + " values");
            }
            if (!open.add(node)) {
                throw new MalformedMessageException("the pickle holds a value that contains itself");
            }
            if (depth > maxDepth) {
                throw new MalformedMessageException("the pickle nests deeper than " + maxDepth + " levels");
            }
            PlainValue value = switch (node) {
                case Mark _ -> throw new MalformedMessageException("the pickle ends inside a tuple, list or dict");
                case Leaf(PlainValue plain) -> plain;
                case Tuple(List<PickleNode> parts) -> new PlainValue.Tuple(values(parts, depth));
                case Row(List<PickleNode> parts) -> new PlainValue.Row(values(parts, depth));
                case Table(List<PickleNode> parts) -> table(parts, depth);
            };
            open.remove(node);
            return value;
        }

        private List<PlainValue> values(List<PickleNode> parts, int depth) throws MalformedMessageException {
            List<PlainValue> out = new ArrayList<>();
            for (PickleNode part : parts) {
                out.add(value(part, depth + 1));
            }
            return out;
        }

        private PlainValue table(List<PickleNode> parts, int depth) throws MalformedMessageException {
            List<PlainValue> values = values(parts, depth);
            Map<PlainValue, PlainValue> out = new LinkedHashMap<>();
            for (int i = 0; i + 1 < values.size(); i += 2) {
                out.put(key(values.get(i)), values.get(i + 1));
            }
            return new PlainValue.Table(out);
        }

        private static PlainValue key(PlainValue key) throws MalformedMessageException {
            return switch (key) {
                case PlainValue.None _,PlainValue.Bool _,PlainValue.Whole _,PlainValue.Real _,PlainValue.Text _ ->
                    key;
                case PlainValue.Tuple _,PlainValue.Row _,PlainValue.Table _ ->
                    throw new MalformedMessageException("the pickle holds a dict whose key is no single value");
            };
        }
    }
}
