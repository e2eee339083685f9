package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8082", "localhost:8082", "LOCALHOST", "[::1]:8082", "127.0.0.1"})
    void shouldAnswerThisMachineByItsOwnNames(String host) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThatCode(() -> gate.check(host, null, List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:8082", "127.0.0.1.evil.example", "10.0.0.1:8082", "localhost.evil.example", ""})
    void shouldNotAnswerUnderAStrangeNameWithoutAToken(String host) {
        Gate gate = new Gate(HttpConfig.DEFAULTS);

        assertThatThrownBy(() -> gate.check(host, null, List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("alerts.http.tokenFile");
    }

    @Test
    void shouldAnswerWhoeverKnowsTheToken() {
        Gate gate = new Gate(new HttpConfig("0.0.0.0", 8082, TOKEN));

        assertThatCode(() -> gate.check("desk.example", "Bearer " + TOKEN, List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> gate.check("desk.example", null, List.of(TOKEN))).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.check("127.0.0.1", null, List.of())).hasMessageStartingWith("a token is missing");
        assertThatThrownBy(() -> gate.check("127.0.0.1", "Bearer wrong", List.of(TOKEN)))
                .hasMessageStartingWith("the token is not the one that is set")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
    void shouldRefuseToListenElsewhereWithoutAToken(String host) {
        assertThatThrownBy(() -> new HttpConfig(host, 8082, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tokenFile: is missing: whoever reaches " + host);
        assertThat(new HttpConfig(host, 8082, TOKEN)).hasToString("HttpConfig[" + host + ":8082, token hidden]");
    }
}
