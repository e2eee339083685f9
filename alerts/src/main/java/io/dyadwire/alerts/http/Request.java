package io.dyadwire.alerts.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One request of somebody who is known. */
final class Request {
    /** Bytes that a body may have. */
    static final int MAX_BODY = 1 << 20;

    /** So much of a longer one is read and thrown away, since whoever still sends may not hear the answer. */
    private static final int MAX_READ = 16 << 20;

    private static final long BODY_WITHIN_S = 10;
    private static final int MAX_SHOWN = 60;

    private final Context context;
    private final Caller caller;
    private final Parameters parameters;
    private @Nullable ObjectNode body;

    Request(Context context, Caller caller, Set<String> known) {
        this.context = context;
        this.caller = caller;
        this.parameters = new Parameters(context.queryParamMap(), known, caller);
    }

    Caller caller() {
        return caller;
    }

    Parameters parameters() {
        return parameters;
    }

    @Nullable
    String header(String name) {
        return context.header(name);
    }

    /** @throws RefusedException when the caller has nothing to do with this desk */
    void mustKnow(DeskId desk) {
        if (!caller.knows(desk)) {
            throw RefusedException.notFor(desk);
        }
    }

    /**
     * The desks that what is sent may name: the caller's own.
     *
     * @throws RefusedException when it names another's
     */
    RuleBook desks(RuleBook all, JsonNode form) {
        String named = form.path("desk").asText("");
        List<Desk> own = new ArrayList<>();
        for (Desk desk : all.desks()) {
            if (desk.id().value().equals(named)) {
                mustKnow(desk.id());
            }
            if (caller.knows(desk.id())) {
                own.add(desk);
            }
        }
        return new RuleBook(own, List.of(), all.topics());
    }

    /** A step of the path, read by this reader. */
    <T> T step(String name, Function<String, T> reader) {
        String text = context.pathParam(name);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badParameter(
                    name,
                    "'" + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…") + "' is no id");
        }
    }

    /** What was sent; only where something is. */
    ObjectNode body() {
        return Objects.requireNonNull(body);
    }

    /**
     * What was sent.
     *
     * @throws RefusedException when it has other keys than these
     */
    ObjectNode body(Set<String> keys) {
        List<Mistake> unknown = new ArrayList<>();
        body().fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                String shown = key.length() <= MAX_SHOWN ? key : key.substring(0, MAX_SHOWN) + "…";
                unknown.add(new Mistake(
                        shown, "is not known here (known: " + String.join(", ", new TreeSet<>(keys)) + ")"));
            }
        });
        if (!unknown.isEmpty()) {
            throw RefusedException.mistaken(unknown);
        }
        return body();
    }

    /**
     * Takes what is sent, a JSON object. Nothing else is taken, so that no form on a stranger's page can send it.
     *
     * @throws RefusedException when it is something else, too long, too slow or not well-formed
     */
    void receive() {
        String type = context.contentType() == null ? "" : context.contentType();
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RefusedException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, and say so: 'Content-Type: application/json'");
        }
        try {
            if (context.contentLength() > MAX_READ) {
                throw tooLong();
            }
            JsonNode node = Json.mapper().readTree(bytes(context.req().getInputStream(), System::nanoTime));
            if (node instanceof ObjectNode object) {
                body = object;
                return;
            }
            throw new RefusedException(HttpStatus.BAD_REQUEST, "the body must be a JSON object: {…}");
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            String why = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "the body is not well-formed JSON" + where + ": "
                            + (why.length() <= 200 ? why : why.substring(0, 200) + "…"));
        } catch (IOException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "the body broke off");
        }
    }

    /** All of a body, as far as it is neither too long nor too slow, however steadily it comes. */
    static byte[] bytes(InputStream in, LongSupplier nanos) throws IOException {
        long begun = nanos.getAsLong();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        int all = 0;
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            all += read;
            if (all > MAX_READ) {
                throw tooLong();
            }
            if (all <= MAX_BODY) {
                bytes.write(some, 0, read);
            }
            if (TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - begun) >= BODY_WITHIN_S) {
                throw new RefusedException(
                        HttpStatus.REQUEST_TIMEOUT, "the body did not come within " + BODY_WITHIN_S + " seconds");
            }
        }
        if (all > MAX_BODY) {
            throw tooLong();
        }
        return bytes.toByteArray();
    }

    private static RefusedException tooLong() {
        return new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "the body has more than " + MAX_BODY + " bytes");
    }
}
