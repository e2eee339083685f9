package io.dyadwire.alerts.http;

import io.javalin.http.HttpStatus;

/** A request that is not answered. The message says what, where and what to do. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    RefusedException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedException badParameter(String name, String why) {
        return new RefusedException(HttpStatus.BAD_REQUEST, name + ": " + why);
    }

    HttpStatus status() {
        return status;
    }
}
