package io.dyadwire.ingest.websub;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.feed.FeedPush;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address that a hub calls about one feed, and the key it signs with: made from our secret, so that they are the same
 * after a restart without being written down anywhere, and nobody guesses one from another.
 */
final class CallbackKeys {
    private final URI callback;
    private final byte[] secret;

    CallbackKeys(WebSubConfig config) {
        this.callback = config.callback();
        this.secret = config.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** The last step of the address: 32 hexadecimal digits. */
    String path(String feedId, FeedPush push) {
        return derived("path", feedId, push).substring(0, 32);
    }

    /** What the hub signs with: 64 hexadecimal digits, well below the 200 bytes that WebSub allows. */
    String signingKey(String feedId, FeedPush push) {
        return derived("key", feedId, push);
    }

    URI address(String path) {
        String base = callback.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + path);
    }

    /** Tells addresses apart without telling them. */
    String digest(String path) {
        return Digest.of(address(path).toString());
    }

    private String derived(String purpose, String feedId, FeedPush push) {
        Mac mac = keyed("HmacSHA256", secret);
        for (String part : new String[] {
            purpose, feedId, push.hub().toString(), push.topic().toString()
        }) {
            mac.update(part.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    static Mac keyed(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
