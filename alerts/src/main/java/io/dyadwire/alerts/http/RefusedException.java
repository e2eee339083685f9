package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.contract.rule.DeskId;
import io.javalin.http.HttpStatus;
import java.util.List;

/** A request that is not answered. The message says what, where and what to do. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Mistake> mistakes;

    RefusedException(HttpStatus status, String message) {
        this(status, message, List.of());
    }

    RefusedException(HttpStatus status, String message, List<Mistake> mistakes) {
        super(message);
        this.status = status;
        this.mistakes = List.copyOf(mistakes);
    }

    static RefusedException badParameter(String name, String why) {
        return new RefusedException(HttpStatus.BAD_REQUEST, name + ": " + why);
    }

    /** What was sent can be read, and is wrong in these places. */
    static RefusedException mistaken(List<Mistake> mistakes) {
        return new RefusedException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                mistakes.size() == 1 ? "there is a mistake in it" : "there are " + mistakes.size() + " mistakes in it",
                mistakes);
    }

    static RefusedException notFor(Scope scope) {
        return new RefusedException(
                HttpStatus.FORBIDDEN, "the token is not for this: it has not the scope " + scope.word());
    }

    static RefusedException notFor(DeskId desk) {
        return new RefusedException(HttpStatus.FORBIDDEN, "the token is not for the desk '" + desk + "'");
    }

    static RefusedException notFound(String what) {
        return new RefusedException(HttpStatus.NOT_FOUND, what);
    }

    static RefusedException notYet(String what) {
        return new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, what + "; ask again in some seconds");
    }

    HttpStatus status() {
        return status;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
