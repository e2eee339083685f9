package io.dyadwire.alerts.access;

import io.dyadwire.contract.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All tokens that are known. Immutable; holds no secret, only what tells whether somebody knows one. */
public final class Tokens {
    public static final Tokens NONE = new Tokens(List.of());

    /** Characters that a secret must have: fewer could be guessed. */
    public static final int SHORTEST = 32;

    /** What the token of a settings file is called that holds nothing else. */
    private static final String SINGLE = "token";

    private static final int MOST = 1000;
    private static final long LONGEST_FILE = 1 << 20;

    private final List<Token> tokens;

    private Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /**
     * One for everything.
     *
     * @throws IllegalArgumentException when it is too short
     */
    public static Tokens single(String secret) {
        Check.that(secret.length() >= SHORTEST, "token: has less than " + SHORTEST + " characters");
        return new Tokens(List.of(Token.of(new Caller(SINGLE, EnumSet.of(Scope.ADMIN), Set.of()), secret)));
    }

    static void checkLength(Path file) throws IOException {
        Check.that(Files.size(file) <= LONGEST_FILE, file + ": has more than " + LONGEST_FILE + " bytes");
    }

    /**
     * Those of these lines: one each, {@code #} begins a remark.
     *
     * @param name of the file, for what is wrong
     * @throws IllegalArgumentException when something is wrong, with each line and reason
     */
    static Tokens parse(String name, List<String> lines) {
        List<Token> tokens = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                Token token = Token.parse(line);
                Check.that(
                        names.add(token.caller().name()),
                        () -> "'" + token.caller().name() + "' is there twice");
                tokens.add(token);
            } catch (IllegalArgumentException e) {
                mistakes.add(name + ": line " + (i + 1) + ": " + e.getMessage());
            }
        }
        Check.that(mistakes.isEmpty(), () -> String.join(System.lineSeparator(), mistakes));
        Check.that(
                !tokens.isEmpty(),
                name + ": has no token: 'dyadwire token new NAME --scope admin' writes a line for it");
        Check.that(tokens.size() <= MOST, name + ": has more than " + MOST + " tokens");
        return new Tokens(tokens);
    }

    /**
     * These and those.
     *
     * @throws IllegalArgumentException when two have one name
     */
    Tokens and(Tokens others) {
        List<Token> all = new ArrayList<>(tokens);
        all.addAll(others.tokens);
        long names = all.stream().map(token -> token.caller().name()).distinct().count();
        Check.that(names == all.size(), "tokensFile: '" + SINGLE + "' is what the one of tokenFile is called");
        return new Tokens(all);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    public int size() {
        return tokens.size();
    }

    /** Whose secret this is; null when it is nobody's. Takes as long whoever it is. */
    public @Nullable Caller caller(String secret) {
        byte[] digest = Token.digest(secret);
        Caller found = null;
        for (Token token : tokens) {
            if (token.is(digest)) {
                found = token.caller();
            }
        }
        return found;
    }

    /** Whether a token of just this caller is among them. */
    public boolean have(Caller caller) {
        return tokens.stream().anyMatch(token -> token.caller().equals(caller));
    }

    @Override
    public String toString() {
        return "Tokens" + tokens.stream().map(token -> token.caller().name()).toList();
    }
}
