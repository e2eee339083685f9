package io.dyadwire.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {
    /** HMAC of "The harbour opens." with the key "key", made with OpenSSL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=56c6a3d360c3f583551eeb4f36943d5fd6f33eb1",
                "SHA256=2c6e70c0847044a06c59c6e9d6d250aa2972665b80fcd678d06957af66dd6f5e",
                "sha384=46AD8564F51AA14FFC8FB87E506282A49CEA7D28E667A079DAE9F23E263A1823317289B2F6EDC38B238AFE6890B6E3D0",
                "sha512=c78126a823bf1b2a47b71f66b389ef15c571f0396cb5a8767ec1bbe67fe78b1ee3c140f7f38dfda61eda8d45306b07e624ee754944c0d59b7603f24e79af3dbc"
            })
    void shouldTellWhoSigned(String header) throws IOException {
        HubSignature signature = HubSignature.parse(header).orElseThrow();

        assertThat(signs(signature, "The harbour opens.", "key")).isTrue();
        assertThat(signs(signature, "The harbour opens!", "key")).isFalse();
        assertThat(signs(signature, "The harbour opens.", "kez")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256=",
                "sha256=zz",
                "md5=d41d8cd98f00b204e9800998ecf8427e",
                "sha256=0011",
                "=0000000000000000000000000000000000000000"
            })
    void shouldKnowNoOther(@Nullable String header) {
        assertThat(HubSignature.parse(header)).isEmpty();
    }

    private static boolean signs(HubSignature signature, String body, String key) throws IOException {
        return signature.signs(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), key);
    }
}
