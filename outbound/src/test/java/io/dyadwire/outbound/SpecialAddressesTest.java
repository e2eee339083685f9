package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.9",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void shouldKnowWhatIsNotThePublicInternet(String address) {
        assertThat(SpecialAddresses.why(Network.literal(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void shouldLetThePublicInternetThrough(String address) {
        assertThat(SpecialAddresses.why(Network.literal(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "::127.0.0.1,          127.0.0.1",
        "64:ff9b::a9fe:a9fe,   169.254.169.254",
        "64:ff9b:1::a00:1,     10.0.0.1",
        "2002:7f00:1::,        127.0.0.1",
        "2001:0:1:2:3:4:f5ff:fffe, 10.0.0.1"
    })
    void shouldUnwrapTheAddressThatAnotherCarries(String address, String carried) {
        assertThat(SpecialAddresses.carried(Network.literal(address))).contains(Network.literal(carried));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "2001:4860::1", "8.8.8.8"})
    void shouldFindNothingCarriedInPlainAddresses(String address) {
        assertThat(SpecialAddresses.carried(Network.literal(address))).isEmpty();
    }
}
