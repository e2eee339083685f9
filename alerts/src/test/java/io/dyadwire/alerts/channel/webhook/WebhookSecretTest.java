package io.dyadwire.alerts.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    @TempDir
    Path folder;

    /** The vector that the specification's own libraries test with. */
    @Test
    void shouldSignAsTheStandardDoes() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldSignWithBothWhileASecretIsReplaced() {
        String fresh = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        WebhookSecret both = WebhookSecret.parse(fresh + "\nwhsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

        String signature = both.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

        assertThat(signature.split(" ", -1))
                .containsExactly(
                        WebhookSecret.parse(fresh)
                                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"),
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThatThrownBy(() -> WebhookSecret.parse(fresh + "\n" + fresh + "\n" + fresh))
                .hasMessageContaining("or two");
    }

    @Test
    void shouldReadTheLineOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

        assertThat(WebhookSecret.read(file)).hasToString("WebhookSecret[hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_not base64 at all!"})
    void shouldRefuseWhatIsNoSecretWithoutShowingIt(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), text);

        assertThatThrownBy(() -> WebhookSecret.read(file))
                .hasMessage(
                        "secretFile " + file
                                + ": must hold one line, or two while a secret is replaced: whsec_ and 24 to 64 bytes in base64")
                .hasNoCause();
    }

    @Test
    void shouldSayThatTheFileIsNotThere() {
        assertThatThrownBy(() -> WebhookSecret.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
