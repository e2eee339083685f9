package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.javalin.http.HandlerType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param path such as {@code /api/v1/rules/{id}}
 * @param scope what the caller must have; null where any will do
 * @param parameters that may stand behind the question mark; any other is refused
 */
record Endpoint(HandlerType method, String path, @Nullable Scope scope, Set<String> parameters, Answer answer) {
    static final String V1 = "/api/v1";

    /** Answers one request. What it refuses it throws as a {@link RefusedException}. */
    @FunctionalInterface
    interface Answer {
        Reply to(Request request) throws InterruptedException;
    }

    static Endpoint get(String path, @Nullable Scope scope, Set<String> parameters, Answer answer) {
        return new Endpoint(HandlerType.GET, path, scope, parameters, answer);
    }

    static Endpoint put(String path, Scope scope, Answer answer) {
        return new Endpoint(HandlerType.PUT, path, scope, Set.of(), answer);
    }

    static Endpoint post(String path, Scope scope, Answer answer) {
        return new Endpoint(HandlerType.POST, path, scope, Set.of(), answer);
    }

    static Endpoint delete(String path, Scope scope, Answer answer) {
        return new Endpoint(HandlerType.DELETE, path, scope, Set.of(), answer);
    }

    boolean isWriting() {
        return !method.equals(HandlerType.GET);
    }

    boolean hasBody() {
        return method.equals(HandlerType.PUT) || method.equals(HandlerType.POST);
    }
}
