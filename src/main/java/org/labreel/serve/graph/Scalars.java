package org.labreel.serve.graph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The scalars of recording-session managers, as leniently read as those read them: whole numbers also as text, times
 * without a zone.
 */
final class Scalars {
    private Scalars() {
    }

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("Int", Scalars::whole32, value -> value),
                scalar("bigint", Scalars::whole64, value -> value),
                scalar("uuid", text -> UUID.fromString(String.valueOf(text)), Object::toString),
                scalar("timestamp", text -> Timestamps.parse(String.valueOf(text)),
                        value -> Timestamps.format((Instant) value)));
    }

    private static Integer whole32(Object given) {
        return Math.toIntExact(whole64(given));
    }

    private static Long whole64(Object given) {
        return switch (given) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigInteger number -> number.longValueExact();
            case BigDecimal number -> number.longValueExact();
            case Double number when number == Math.rint(number) && Math.abs(number) < 1L << 53 -> number.longValue();
            case String text when text.length() <= 20 -> Long.parseLong(text.strip());
            default -> throw new IllegalArgumentException("it is no whole number");
        };
    }

    private static GraphQLScalarType scalar(String name, Function<Object, Object> read,
            Function<Object, Object> write) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Lenient(name, read, write)).build();
    }

    private record Lenient(String name, Function<Object, Object> read, Function<Object, Object> write)
            implements
                Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return write.apply(value);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read.apply(input);
            } catch (RuntimeException e) {
                throw new CoercingParseValueException(words(input, e), e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context,
                Locale locale) {
            Object given = switch (input) {
                case StringValue text -> String.valueOf(text.getValue());
                case IntValue number -> Optional.ofNullable(number.getValue()).orElse(BigInteger.ZERO);
                default -> throw new CoercingParseLiteralException("this is no " + name);
            };
            try {
                return read.apply(given);
            } catch (RuntimeException e) {
                throw new CoercingParseLiteralException(words(given, e), e);
            }
        }

        private String words(Object given, RuntimeException e) {
            String text = String.valueOf(given);
            return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\" is no " + name + " ("
                    + e.getMessage() + ")";
        }
    }
}
