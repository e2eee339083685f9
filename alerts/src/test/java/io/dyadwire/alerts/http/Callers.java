package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.KnownTokens;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.access.Token;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.contract.rule.DeskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens to test with. */
final class Callers {
    private Callers() {}

    static Token token(String name, String secret, String scope, String... desks) {
        Set<DeskId> known = Arrays.stream(desks).map(DeskId::new).collect(Collectors.toSet());
        return Token.of(new Caller(name, Set.of(Scope.of(scope)), known), secret);
    }

    static Tokens tokens(Token... tokens) {
        try {
            Path file = Files.createTempFile("tokens", ".txt");
            Files.write(file, List.of(tokens).stream().map(Token::line).toList());
            Tokens read = KnownTokens.in(file, Tokens.NONE).now();
            Files.delete(file);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
