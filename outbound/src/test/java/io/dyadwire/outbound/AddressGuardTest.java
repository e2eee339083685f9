package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dyadwire.outbound.OutboundException.Kind;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard guard = guard(AllowList.nothing(), "8.8.8.8");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:http://a/b!/c",
                "ftp://example.org/",
                "gopher://example.org/",
                "//host/x",
                "http://user@example.org/",
                "http://a:b@example.org/",
                "http://a@127.0.0.1#@b",
                "http:///nohost",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://127\u30020\u30020\u30021/",
                "http://\uff11\uff12\uff17.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[fd00::1]/",
                "http://100.64.0.1/",
                "http://8.8.8.8:22/",
                "http://[fe80::1%25eth0]/"
            })
    void shouldRefuseBeforeAnyLookUp(String address) {
        URI uri = HttpUri.parse(address).orElseThrow();

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> guard.check(uri))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://example.org:8443/feed",
                "http://8.8.8.8/",
                "http://my_host.example.org/",
                "HTTP://EXAMPLE.ORG:8080/"
            })
    void shouldLetPublicAddressesPass(String address) {
        assertThatCode(() -> guard.check(HttpUri.parse(address).orElseThrow())).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseANameWithEvenOneSpecialAddress() {
        AddressGuard mixed = guard(AllowList.nothing(), "8.8.8.8", "10.0.0.1");

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> mixed.resolve("two-faced.example", 80))
                .withMessage("its address 10.0.0.1 is in 10.0.0.0/8 (private)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "public.example"})
    void shouldRefuseANameThatLeadsInside(String name) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> guard(AllowList.nothing(), "127.0.0.1").resolve(name, 80))
                .withMessage("its address 127.0.0.1 is in 127.0.0.0/8 (this machine)");
    }

    @Test
    void shouldRefuseUnusualPorts() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> guard.resolve("example.org", 22))
                .withMessage("port 22 is not one of 80, 443, 8080, 8443");
    }

    @Test
    void shouldLetMailThroughThePortsOfMailAlone() throws Exception {
        AddressGuard mail = AddressGuard.ofMail(AllowList.of("10.0.0.1"), host -> List.of(Network.literal("8.8.8.8")));

        mail.checkPlace(URI.create("smtp://10.0.0.1:2525"));
        assertThat(mail.resolve("mail.example", 587)).hasSize(1);
        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> mail.checkPlace(URI.create("smtp://127.0.0.1:25")))
                .withMessageContaining("127.0.0.0/8 (this machine)");
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> mail.resolve("mail.example", 443))
                .withMessage("port 443 is not one of 25, 465, 587");
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> guard.resolve("mail.example", 587));
    }

    @Test
    void shouldOpenWhatTheOperatorAllows() throws Exception {
        AddressGuard open = guard(AllowList.of("10.0.0.0/8"), "10.0.0.1");
        AddressGuard service = guard(AllowList.of("rsshub:1200"), "172.18.0.5");

        assertThat(open.resolve("inside.example", 9999)).hasSize(1);
        assertThat(service.resolve("rsshub", 1200)).hasSize(1);
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> service.resolve("rsshub", 80));
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> service.resolve("other", 1200));
    }

    @Test
    void shouldJudgeACarriedAddressEvenInAnAllowedNetwork() throws Exception {
        AllowList nat64 = AllowList.of("64:ff9b::/96");

        assertThat(guard(nat64, "64:ff9b::808:808").resolve("public.example", 80))
                .hasSize(1);
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> guard(nat64, "64:ff9b::a9fe:a9fe").resolve("metadata.example", 80))
                .withMessageContaining("169.254.0.0/16 (link-local)");
    }

    private static AddressGuard guard(AllowList allowed, String... addresses) {
        return new AddressGuard(
                allowed, host -> Arrays.stream(addresses).map(Network::literal).toList());
    }

    @Test
    void shouldKeepTheAddressesItJudged() throws Exception {
        assertThat(guard.resolve("example.org", 80))
                .extracting(a -> a.getAddress().getHostAddress())
                .isEqualTo(List.of("8.8.8.8"));
    }
}
