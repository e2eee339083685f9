package io.dyadwire.alerts.http;

import io.javalin.http.HttpStatus;

/** Why a request is not answered, as RFC 9457 has it ({@code application/problem+json}). */
record Problem(String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getMessage(), status.getCode(), detail);
    }
}
