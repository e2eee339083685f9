package io.dyadwire.outbound;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as people and feeds write them: with blanks, umlauts, stray per cent signs and underscores, which
 * {@link URI} refuses. Split and resolved by RFC 3986, cleaned as browsers do (URL standard, "basic URL parser").
 */
public final class HttpUri {
    // RFC 3986, appendix B.
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^\\]]*\\]|[^:]*)(?::([0-9]*))?");
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@%";
    private static final int MAX_LENGTH = 8192;

    private HttpUri() {}

    /** The address in this text; empty when there is none to be made of it. */
    public static Optional<URI> parse(@Nullable String text) {
        return split(text).flatMap(Parts::toUri);
    }

    /** What {@code reference} means when it is read on {@code base} (RFC 3986 §5.2). */
    public static Optional<URI> resolve(URI base, @Nullable String reference) {
        return split(base.toString())
                .flatMap(from -> split(reference).flatMap(to -> from.resolve(to).toUri()));
    }

    /** In lower case, without brackets; also where {@link URI#getHost} gives up, as on names with an underscore. */
    public static Optional<String> host(URI uri) {
        return authority(uri)
                .map(m -> m.group(2))
                .map(host -> host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** As written, else what the scheme stands for. */
    public static int port(URI uri) {
        String written = authority(uri).map(m -> m.group(3)).orElse("");
        if (written.isEmpty()) {
            return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        }
        return written.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(written);
    }

    /** True for an absolute http or https address with a host. */
    public static boolean isWeb(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && host(uri).isPresent();
    }

    /** Without user name, query and fragment, which may hold secrets: for messages and logs. */
    public static String forPeople(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null) {
            String text = uri.toString();
            return text.length() > 80 ? text.substring(0, 80) + "…" : text;
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path;
    }

    static Optional<String> userInfo(URI uri) {
        return authority(uri).map(m -> m.group(1));
    }

    private static Optional<Matcher> authority(URI uri) {
        return Optional.ofNullable(uri.getRawAuthority())
                .map(AUTHORITY::matcher)
                .filter(Matcher::matches);
    }

    private static Optional<Parts> split(@Nullable String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher m = PARTS.matcher(clean(text));
        if (!m.matches()) {
            return Optional.empty();
        }
        String scheme = m.group(1);
        if (scheme != null && !SCHEME.matcher(scheme).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Parts(
                scheme == null ? null : scheme.toLowerCase(Locale.ROOT),
                m.group(2),
                m.group(3) == null ? "" : m.group(3),
                m.group(4),
                m.group(5)));
    }

    /** Blanks and controls around it go, tabs and line ends within it too, as browsers do. */
    private static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        StringBuilder kept = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private record Parts(
            @Nullable String scheme,
            @Nullable String authority,
            String path,
            @Nullable String query,
            @Nullable String fragment) {

        Parts resolve(Parts to) {
            if (to.scheme != null) {
                return to;
            }
            if (to.authority != null) {
                return new Parts(scheme, to.authority, to.path, to.query, to.fragment);
            }
            if (to.path.isEmpty()) {
                return new Parts(scheme, authority, path, to.query == null ? query : to.query, to.fragment);
            }
            String target = to.path.startsWith("/") ? to.path : merged(to.path);
            return new Parts(scheme, authority, target, to.query, to.fragment);
        }

        private String merged(String relative) {
            return path.isEmpty() ? "/" + relative : path.substring(0, path.lastIndexOf('/') + 1) + relative;
        }

        Optional<URI> toUri() {
            StringBuilder out = new StringBuilder();
            if (scheme != null) {
                out.append(scheme).append(':');
            }
            if (authority != null) {
                Optional<String> ascii = asciiAuthority(authority);
                if (ascii.isEmpty()) {
                    return Optional.empty();
                }
                out.append("//").append(ascii.get());
            }
            String clean = authority == null ? path : withoutDots(path.replace('\\', '/'));
            out.append(escaped(clean, "/"));
            if (query != null) {
                out.append('?').append(escaped(query, "/?"));
            }
            if (fragment != null) {
                out.append('#').append(escaped(fragment, "/?"));
            }
            try {
                return Optional.of(new URI(out.toString()));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> asciiAuthority(String authority) {
        Matcher m = AUTHORITY.matcher(authority);
        if (!m.matches()) {
            return Optional.empty();
        }
        String user = m.group(1) == null ? "" : escaped(m.group(1), "") + "@";
        String port = m.group(3) == null || m.group(3).isEmpty() ? "" : ":" + m.group(3);
        try {
            String host = m.group(2).startsWith("[") ? m.group(2) : IDN.toASCII(m.group(2), IDN.ALLOW_UNASSIGNED);
            return Optional.of(user + host.toLowerCase(Locale.ROOT) + port);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** RFC 3986 §5.2.4. */
    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String escaped(String part, String alsoAllowed) {
        StringBuilder out = new StringBuilder(part.length());
        part.codePoints().forEach(c -> {
            if (c < 128
                    && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0 || alsoAllowed.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
        });
        return strayPercentSigns(out);
    }

    private static String strayPercentSigns(StringBuilder text) {
        for (int i = text.indexOf("%"); i >= 0; i = text.indexOf("%", i + 1)) {
            boolean code = i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2));
            if (!code) {
                text.insert(i + 1, "25");
            }
        }
        return text.toString();
    }
}
