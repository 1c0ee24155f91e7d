package org.labreel.serve.graph;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters as recording-session managers write them: {where: {state: {_eq: Stopped}}}. All that is named must hold. */
final class Where {
    private final Map<String, Object> conditions;

    private Where(Map<String, Object> conditions) {
        this.conditions = conditions;
    }

    static Where of(@Nullable Object where) {
        return new Where(where == null ? Map.of() : PlanInput.object(where));
    }

    boolean admits(Map<String, @Nullable Object> fields) {
        return conditions.entrySet().stream()
                .allMatch(each -> holds(Optional.ofNullable(fields.get(each.getKey())),
                        PlanInput.object(each.getValue())));
    }

    private static boolean holds(Optional<Object> value, Map<String, Object> condition) {
        return condition.entrySet().stream().allMatch(each -> holds(value, each.getKey(), each.getValue()));
    }

    private static boolean holds(Optional<Object> value, String operator, Object wanted) {
        return switch (operator) {
            case "_eq" -> value.filter(wanted::equals).isPresent();
            case "_neq" -> value.filter(wanted::equals).isEmpty();
            case "_in" -> wanted instanceof List<?> all && value.filter(all::contains).isPresent();
            case "_ilike" -> value.filter(text -> like(String.valueOf(text), String.valueOf(wanted))).isPresent();
            case "_gt" -> compared(value, wanted).filter(order -> order > 0).isPresent();
            case "_gte" -> compared(value, wanted).filter(order -> order >= 0).isPresent();
            case "_lt" -> compared(value, wanted).filter(order -> order < 0).isPresent();
            case "_lte" -> compared(value, wanted).filter(order -> order <= 0).isPresent();
            default -> false;
        };
    }

    private static Optional<Integer> compared(Optional<Object> value, Object wanted) {
        return value.filter(Instant.class::isInstance).map(each -> ((Instant) each).compareTo((Instant) wanted));
    }

    /** % stands for anything at the front and the end; inside it is a letter like others. */
    private static boolean like(String text, String pattern) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        boolean openFront = wanted.startsWith("%");
        boolean openEnd = wanted.length() > 1 && wanted.endsWith("%");
        String core = wanted.substring(openFront ? 1 : 0, wanted.length() - (openEnd ? 1 : 0));
        return (openFront && openEnd)
                ? given.contains(core)
                : openFront ? given.endsWith(core) : openEnd ? given.startsWith(core) : given.equals(core);
    }
}
