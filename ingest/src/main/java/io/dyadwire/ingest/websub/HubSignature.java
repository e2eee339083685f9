package io.dyadwire.ingest.websub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code X-Hub-Signature} (WebSub §7.1): {@code sha256=} and the HMAC of the body in hexadecimal digits.
 *
 * <p>SHA-1 is among the methods: PubSubHubbub had no other and the largest hubs still sign with it. What is known against
 * SHA-1 are collisions, which HMAC does not rest on (RFC 6194 §3.3), and a forger would gain one poll.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared but in constant time
record HubSignature(String algorithm, byte[] signature) {
    private static final Pattern HEADER = Pattern.compile("(?i)(sha(?:1|256|384|512))=((?:[0-9a-f]{2}){20,64})");
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    /** Empty when there is none, or none that we know. */
    static Optional<HubSignature> parse(@Nullable String header) {
        Matcher m = HEADER.matcher(header == null ? "" : header.strip());
        return m.matches()
                ? Optional.of(new HubSignature(
                        ALGORITHMS.get(m.group(1).toLowerCase(Locale.ROOT)),
                        HexFormat.of().parseHex(m.group(2))))
                : Optional.empty();
    }

    /** Whether this body, to its end, was signed with this key. Nothing of it is kept. */
    boolean signs(InputStream body, String key) throws IOException {
        Mac mac = CallbackKeys.keyed(algorithm, key.getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[8192];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            mac.update(buffer, 0, n);
        }
        return MessageDigest.isEqual(mac.doFinal(), signature);
    }
}
