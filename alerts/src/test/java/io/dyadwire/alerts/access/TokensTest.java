package io.dyadwire.alerts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.contract.rule.DeskId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String SECRET = Token.secret(new SecureRandom());
    private static final Caller NIGHT =
            new Caller("night-desk", Set.of(Scope.RULES_READ, Scope.ALERTS_WRITE), Set.of(new DeskId("asia")));

    @Test
    void shouldKnowAgainWhoeverWasGivenASecret() {
        Tokens tokens = Tokens.parse(
                "tokens",
                List.of("# who", "", Token.of(NIGHT, SECRET).line(), "  ops  " + "0".repeat(64) + "  admin "));

        assertThat(tokens.caller(SECRET)).isEqualTo(NIGHT);
        assertThat(tokens.caller(SECRET + "x")).isNull();
        assertThat(tokens.caller("0".repeat(64))).as("the digest is no secret").isNull();
        assertThat(tokens.toString()).isEqualTo("Tokens[night-desk, ops]");
    }

    @Test
    void shouldMakeSecretsThatNobodyGuesses() {
        assertThat(SECRET).matches("dyw_[A-Za-z0-9_-]{43}");
        assertThat(Token.secret(new SecureRandom())).isNotEqualTo(SECRET);
        assertThat(Token.of(NIGHT, SECRET).line())
                .matches("night-desk  [0-9a-f]{64}  rules:read,alerts:write  asia")
                .doesNotContain(SECRET);
    }

    @Test
    void shouldNameEachMistakeWithoutShowingWhatMayBeASecret() {
        List<String> lines = List.of(
                "a b",
                "a " + SECRET + " admin",
                "B " + "0".repeat(64) + " admin",
                "c " + "0".repeat(64) + " rule:read");

        assertThatThrownBy(() -> Tokens.parse("tokens", lines))
                .hasMessageContaining("tokens: line 1: has 2 words, not name, SHA-256, scopes")
                .hasMessageContaining("tokens: line 2: sha256: is not 64 hexadecimal digits")
                .hasMessageContaining("tokens: line 3: name: 'B'")
                .hasMessageContaining("tokens: line 4: 'rule:read' is not one of rules:read, rules:write")
                .hasMessageNotContaining(SECRET);
        String one = Token.of(NIGHT, SECRET).line();
        assertThatThrownBy(() -> Tokens.parse("tokens", List.of(one, one)))
                .hasMessage("tokens: line 2: 'night-desk' is there twice");
        assertThatThrownBy(() -> Tokens.parse("tokens", List.of("# none yet"))).hasMessageContaining("has no token");
        assertThatThrownBy(() -> Tokens.single("short")).hasMessageContaining("less than 32");
    }

    @Test
    void shouldLetWhoeverWritesRead() {
        assertThat(NIGHT.may(Scope.ALERTS_READ)).isTrue();
        assertThat(NIGHT.may(Scope.RULES_WRITE)).isFalse();
        assertThat(NIGHT.may(Scope.DEADLINES_READ)).isFalse();
        assertThat(NIGHT.may(Scope.ADMIN)).isFalse();
        assertThat(Scope.values()).allMatch(Caller.LOCAL::may);
        assertThat(NIGHT.knows(new DeskId("asia"))).isTrue();
        assertThat(NIGHT.knows(new DeskId("world"))).isFalse();
        assertThat(Caller.LOCAL.knows(new DeskId("world"))).isTrue();
    }
}
