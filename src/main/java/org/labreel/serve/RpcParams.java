package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;

/** The parameters of a call, given by position or by name. */
record RpcParams(JsonNode given) {
    /** The parameter, a missing node when it was not given. */
    JsonNode at(int position, String name) {
        return given.isArray() ? given.path(position) : given.path(name);
    }

    /**
     * @throws IllegalArgumentException
     *             when it is missing or no whole number
     */
    long whole(int position, String name) {
        JsonNode value = at(position, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is a whole number");
        }
        return value.longValue();
    }

    /**
     * @throws IllegalArgumentException
     *             when it was given but is no whole number
     */
    int wholeOr(int position, String name, int otherwise) {
        JsonNode value = at(position, name);
        return value.isMissingNode() || value.isNull()
                ? otherwise
                : Math.toIntExact(Math.clamp(whole(position, name),
                        Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** A number, or a truth value as 0 or 1. @throws IllegalArgumentException when it is neither */
    double number(int position, String name) {
        JsonNode value = at(position, name);
        if (!value.isNumber() && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " is a number or a truth value");
        }
        return value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.doubleValue();
    }
}
