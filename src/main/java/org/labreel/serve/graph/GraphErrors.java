package org.labreel.serve.graph;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.labreel.session.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors in the form {"message", "extensions": {"path", "code"}}; ours in words, others without their insides. */
final class GraphErrors implements DataFetcherExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GraphErrors.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = parameters.getException();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        GraphQLError error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message("%s", message(cause)).extensions(Map.of("code", code(cause))).build();
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static String message(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal.words();
        }
        LOG.error("A request failed", cause);
        return "This could not be done because of a mistake in Labreel; its log says more.";
    }

    private static String code(Throwable cause) {
        return cause instanceof Refusal refusal ? refusal.kind().code() : "unexpected";
    }

    /** An answer with this one error. */
    static Map<String, Object> answer(String code, String message) {
        return Map.of("errors",
                List.of(Map.of("message", message, "extensions", Map.of("path", "$", "code", code))));
    }

    /** A result as it is sent. */
    static Map<String, Object> json(ExecutionResult result) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            out.put("errors", result.getErrors().stream().map(GraphErrors::sent).toList());
        }
        Object data = result.getData();
        if (data != null) {
            out.put("data", data);
        }
        return out;
    }

    /** An error as it is sent. */
    static Map<String, Object> sent(GraphQLError error) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        List<Object> path = error.getPath();
        extensions.put("path",
                path == null ? "$" : "$." + String.join(".", path.stream().map(String::valueOf).toList()));
        Map<String, Object> given = error.getExtensions();
        Object code = given == null ? null : given.get("code");
        extensions.put("code", code == null ? kind(error) : code);
        return Map.of("message", error.getMessage(), "extensions", extensions);
    }

    private static String kind(GraphQLError error) {
        return error.getErrorType() instanceof ErrorType type
                ? switch (type) {
                    case InvalidSyntax, ValidationError, NullValueInNonNullableField -> "validation-failed";
                    case OperationNotSupported -> "not-supported";
                    case DataFetchingException -> "unexpected";
                    case ExecutionAborted -> "limit-exceeded";
                }
                : "validation-failed";
    }
}
