package io.dyadwire.alerts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.alerts.rules.Mistake;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * Why a request is not answered, as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param errors each mistake of what was sent, by its place; none when the detail says it all
 */
record Problem(
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mistake> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail, List<Mistake> errors) {
        return new Problem(status.getMessage(), status.getCode(), detail, errors);
    }
}
