package io.dyadwire.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deterministic ids: 32 hexadecimal digits (128 bits) of SHA-256 over the parts, each followed by a zero byte. */
public final class Digest {
    private static final MessageDigest UNUSED = sha256();

    private Digest() {}

    /** The same parts give the same id, in every process and for ever. */
    public static String of(String... parts) {
        MessageDigest sha = fresh();
        for (String part : parts) {
            sha.update(part.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 16);
    }

    /** A copy of one that has seen nothing: cheaper than looking for the algorithm each time. */
    private static MessageDigest fresh() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
