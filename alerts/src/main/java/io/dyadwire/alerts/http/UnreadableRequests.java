package io.dyadwire.alerts.http;

import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What cannot even be read as a request (control characters, headers too long) gets a problem like all else, without its words. */
final class UnreadableRequests implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpStatus status = HttpStatus.forStatus(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        byte[] body = Reply.jsonBytes(
                Problem.of(status, "this cannot be read as an HTTP request, or took too long", List.of()));
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
