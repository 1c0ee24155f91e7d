package org.labreel.serve.graph;

import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Set;

/** The scalars of an endpoint that takes whole numbers as numbers only. */
public final class ScriptScalars {
    private ScriptScalars() {
    }

    public static List<GraphQLScalarType> all() {
        return Scalars.all().stream().filter(scalar -> Set.of("uuid", "timestamp").contains(scalar.getName())).toList();
    }
}
