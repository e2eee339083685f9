package io.dyadwire.outbound;

import io.dyadwire.outbound.OutboundException.Kind;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request, one answer: Apache HttpClient with everything automatic switched off, its errors put into our words. */
final class Exchange implements Closeable {
    private static final int MAX_HEADER_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;

    private final OutboundConfig config;
    private final CloseableHttpClient client;

    Exchange(OutboundConfig config, AddressGuard guard) {
        this.config = config;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(config, guard))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(config.totalTimeout()))
                        .setResponseTimeout(timeout(config.firstByteTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(config.userAgent())
                // A feed is asked every few minutes: a connection kept that long is closed by the time it is needed.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(OutboundConfig config, AddressGuard guard) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_HEADER_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(config.connectTimeout()))
                        .setSocketTimeout(timeout(config.firstByteTimeout()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(config.connectTimeout()))
                        .build())
                .setMaxConnTotal(config.maxConnections())
                .setMaxConnPerRoute(config.maxConnections())
                .build();
    }

    OutboundResponse send(String method, OutboundRequest request) throws OutboundException {
        URI uri = request.uri();
        try {
            return exchange(method, request);
        } catch (IOException | HttpException e) {
            throw inOurWords(uri, e);
        }
    }

    private OutboundResponse exchange(String method, OutboundRequest request) throws IOException, HttpException {
        URI uri = request.uri();
        int maxBytes = request.maxBytes() == null ? config.maxBodyBytes() : request.maxBytes();
        HttpHost host = new HttpHost(uri.getScheme(), HttpUri.host(uri).orElseThrow(), explicitPort(uri));
        HttpUriRequestBase message = message(method, request);
        try (ClassicHttpResponse answer = client.executeOpen(host, message, null)) {
            Map<String, List<String>> headers = headers(answer);
            // More than one encoding reads as one of an unknown name, and is refused like it.
            String encoding = String.join(", ", headers.getOrDefault("content-encoding", List.of()));
            byte[] body = body(message, answer.getEntity(), encoding, maxBytes);
            return new OutboundResponse(answer.getCode(), headers, body, uri, List.of());
        }
    }

    private static byte[] body(HttpUriRequestBase message, @Nullable HttpEntity entity, String encoding, int maxBytes)
            throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return new byte[0];
        }
        try {
            return Body.read(content, encoding, maxBytes);
        } catch (IOException e) {
            // Closing reads the rest first, and the rest may be endless: cut the connection instead.
            message.abort();
            throw e;
        }
    }

    private static HttpUriRequestBase message(String method, OutboundRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(method, request.uri());
        message.setHeader("Accept-Encoding", "gzip");
        message.setHeader("Connection", "close");
        request.headers().forEach(message::setHeader);
        OutboundRequest.Content content = request.content();
        if (content != null) {
            message.setEntity(new ByteArrayEntity(content.bytes(), ContentType.parse(content.mediaType())));
        }
        return message;
    }

    private static int explicitPort(URI uri) {
        int port = HttpUri.port(uri);
        boolean usual = port == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
        return usual ? -1 : port;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    static OutboundException inOurWords(URI uri, Exception e) {
        Kind kind = kind(e);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new OutboundException(kind, uri, reason, e);
    }

    private static Kind kind(Exception e) {
        return switch (e) {
            case AddressGuard.RefusedAddressException refused -> Kind.REFUSED;
            case UnknownHostException nobody -> Kind.UNKNOWN_HOST;
            case Body.TooLargeException large -> Kind.TOO_LARGE;
            case MessageConstraintException large -> Kind.TOO_LARGE;
            case Body.NotAskedForException odd -> Kind.BAD_ANSWER;
            case ConnectTimeoutException late -> Kind.TIMED_OUT;
            case SocketTimeoutException late -> Kind.TIMED_OUT;
            case SSLException untrusted -> Kind.TLS;
            case HttpException odd -> Kind.BAD_ANSWER;
            case ConnectionClosedException cut -> Kind.BAD_ANSWER;
            case NoHttpResponseException silent -> Kind.BAD_ANSWER;
            case EOFException cut -> Kind.BAD_ANSWER;
            case ZipException odd -> Kind.BAD_ANSWER;
            default -> Kind.NETWORK;
        };
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
