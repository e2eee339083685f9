package io.dyadwire.alerts.channel.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a desk's webhook is signed with, as Standard Webhooks 1.0.0 writes it: {@code whsec_} and 24 to 64 bytes in
 * base64. Two of them while one takes the place of the other: everything is signed with both then. Never shown, neither in
 * logs nor in messages.
 */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int MAX_KEYS = 2;
    private static final int MAX_FILE_BYTES = 1024;

    private final List<byte[]> keys;

    private WebhookSecret(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Reads the one or two lines of this file.
     *
     * @throws IllegalArgumentException when it cannot be read or holds something else; the message names the file only
     */
    public static WebhookSecret read(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IllegalArgumentException("secretFile " + file + ": is too long for a secret");
            }
            return parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("secretFile " + file + ": cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            // Without the cause: what was read may be most of a secret.
            throw new IllegalArgumentException("secretFile " + file + ": " + rule());
        }
    }

    static WebhookSecret parse(String text) {
        List<byte[]> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(WebhookSecret::key)
                .toList();
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(rule());
        }
        return new WebhookSecret(keys);
    }

    private static byte[] key(String line) {
        byte[] bytes = line.startsWith(PREFIX) ? decoded(line.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(rule());
        }
        return bytes;
    }

    /** The value of the header {@code webhook-signature}: for each key {@code v1,} and HMAC-SHA256 in base64. */
    String sign(String id, long timestamp, String body) {
        byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + hmac(key, content)).collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String rule() {
        return "must hold one line, or two while a secret is replaced: " + PREFIX + " and " + MIN_BYTES + " to "
                + MAX_BYTES + " bytes in base64";
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
