package io.dyadwire.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaEnvironmentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "KAFKA_SECURITY_PROTOCOL, security.protocol",
        "KAFKA_SASL_JAAS_CONFIG, sasl.jaas.config",
        "KAFKA_ODD__NAME, odd_name",
        "KAFKA_ODD___NAME, odd-name",
        "KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE, sasl.oauthbearer.assertion.file"
    })
    void shouldNamePropertiesAsKafkasImageDoes(String variable, String property) {
        assertThat(KafkaEnvironment.properties(Map.of(variable, "x"))).isEqualTo(Map.of(property, "x"));
    }

    @Test
    void shouldLeaveOutTheSettingsOfKafkasScripts() {
        assertThat(KafkaEnvironment.properties(Map.of("KAFKA_HEAP_OPTS", "-Xmx1g", "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void shouldReadASecretFromItsFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("jaas"), "who knows\n");

        assertThat(KafkaEnvironment.properties(Map.of("KAFKA_SASL_JAAS_CONFIG_FILE", secret.toString())))
                .isEqualTo(Map.of("sasl.jaas.config", "who knows"));
        assertThatThrownBy(() -> KafkaEnvironment.properties(Map.of("KAFKA_SASL_JAAS_CONFIG_FILE", "/no/such")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("KAFKA_SASL_JAAS_CONFIG_FILE: cannot read /no/such: there is no such file");
    }

    @Test
    void shouldHideSecretsInWords() {
        KafkaConfig config = new KafkaConfig(
                "kafka:9092",
                Map.of(
                        "sasl.jaas.config", "hush",
                        "ssl.truststore.password", "hush",
                        "ssl.keystore.key", "hush",
                        "security.protocol", "SASL_SSL"));

        assertThat(config.toString())
                .doesNotContain("hush")
                .contains("sasl.jaas.config=(hidden)", "security.protocol=SASL_SSL");
        assertThat(config.client("kafka:9092")).containsEntry("sasl.jaas.config", "hush");
    }
}
