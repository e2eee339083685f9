package io.dyadwire.alerts.access;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the tokens file: name, SHA-256 of the token in hex, scopes, and desks when it is not for all.
 *
 * <pre>{@code night-desk  9f86d081…  alerts:write,rules:read  asia,world}</pre>
 */
public record Token(Caller caller, String sha256) {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String MARK = "dyw_";
    private static final int SECRET_BYTES = 32;

    public Token {
        Check.present("caller", caller);
        // Not shown: somebody may have put the secret itself there.
        Check.that(
                HASH.matcher(sha256).matches(),
                "sha256: is not 64 hexadecimal digits in small letters, such as 'dyadwire token new' writes");
    }

    /** A secret that nobody guesses: 256 random bits behind a mark by which it is known for what it is. */
    public static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The one of this secret, which itself is not kept. */
    public static Token of(Caller caller, String secret) {
        return new Token(caller, HexFormat.of().formatHex(digest(secret)));
    }

    /** @throws IllegalArgumentException when it is none, with the reason */
    static Token parse(String line) {
        String[] parts = BLANK.split(line.strip(), -1);
        Check.that(
                parts.length == 3 || parts.length == 4,
                () -> "has " + parts.length + " words, not name, SHA-256, scopes and, where it is not for all, desks");
        Set<DeskId> desks = parts.length == 4 ? list(parts[3], DeskId::new) : Set.of();
        return new Token(new Caller(parts[0], list(parts[2], Scope::of), desks), parts[1]);
    }

    /** As it stands in the file. */
    public String line() {
        String scopes = caller.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(","));
        String desks = caller.desks().stream().map(DeskId::value).sorted().collect(Collectors.joining(","));
        return String.join("  ", caller.name(), sha256, scopes, desks).strip();
    }

    boolean is(byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
    }

    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static <T> Set<T> list(String words, Function<String, T> reader) {
        return Arrays.stream(words.split(",", -1)).map(reader).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
