package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.http.Gate.Papers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8082", "localhost:8082", "LOCALHOST", "[::1]:8082", "127.0.0.1"})
    void shouldAnswerThisMachineByItsOwnNames(String host) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThat(gate.check(papers(host, null, null))).isEqualTo(Caller.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:8082", "127.0.0.1.evil.example", "10.0.0.1:8082", "localhost.evil.example", ""})
    void shouldNotAnswerUnderAStrangeNameWithoutAToken(String host) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThatThrownBy(() -> gate.check(papers(host, null, null)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("alerts.http.tokensFile");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, cross-site, cors",
        "null, cross-site, no-cors",
        ", cross-site, no-cors",
        "http://evil.example:8082, , ",
        "http:// evil, , "
    })
    void shouldNotAnswerThePageOfAStranger(@Nullable String origin, @Nullable String site, @Nullable String mode) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThatThrownBy(() -> gate.check(new Papers("127.0.0.1:8082", null, null, origin, site, mode)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("a page of another site asks");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8082, same-origin, cors", ", none, navigate", ", cross-site, navigate"})
    void shouldAnswerItsOwnPageAndWhoFollowsALink(@Nullable String origin, String site, String mode) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThat(gate.check(new Papers("127.0.0.1:8082", null, null, origin, site, mode)))
                .isEqualTo(Caller.LOCAL);
    }

    @Test
    void shouldAnswerWhoeverKnowsTheToken() {
        Gate gate = new Gate(new HttpConfig("0.0.0.0", 8082, Tokens.single(TOKEN)));

        assertThat(gate.check(papers("desk.example", "Bearer " + TOKEN, null)).name())
                .isEqualTo("token");
        assertThat(gate.check(papers("desk.example", "bearer " + TOKEN, null)).name())
                .isEqualTo("token");
        assertThat(gate.check(papers("desk.example", null, TOKEN)).name()).isEqualTo("token");
        assertThatThrownBy(() -> gate.check(papers("127.0.0.1", null, null)))
                .hasMessageStartingWith("a token is missing");
        assertThatThrownBy(() -> gate.check(papers("127.0.0.1", "Bearer wrong", TOKEN)))
                .hasMessageStartingWith("the token is not one that is known")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
    void shouldRefuseToListenElsewhereWithoutAToken(String host) {
        assertThatThrownBy(() -> new HttpConfig(host, 8082, Tokens.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tokenFile: is missing, and tokensFile too: whoever reaches " + host);
        assertThat(new HttpConfig(host, 8082, Tokens.single(TOKEN)).toString()).doesNotContain(TOKEN);
    }

    private static Papers papers(String host, @Nullable String authorization, @Nullable String addressToken) {
        return new Papers(host, authorization, addressToken, null, null, null);
    }
}
