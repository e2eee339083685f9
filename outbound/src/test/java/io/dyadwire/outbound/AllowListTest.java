package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    @Test
    void shouldOpenNetworksSingleAddressesAndServices() {
        AllowList list = AllowList.of("127.0.0.0/8", "fd00::/8", "192.168.1.7", " RssHub:1200 ", "[::1]:8080");

        assertThat(list.opens(Network.literal("127.9.9.9"))).isTrue();
        assertThat(list.opens(Network.literal("fd12::1"))).isTrue();
        assertThat(list.opens(Network.literal("192.168.1.7"))).isTrue();
        assertThat(list.opens(Network.literal("192.168.1.8"))).isFalse();
        assertThat(list.opens("rsshub", 1200)).isTrue();
        assertThat(list.opens("rsshub", 1201)).isFalse();
        assertThat(list.opens("::1", 8080)).isTrue();
    }

    @Test
    void shouldOpenNothingUnlessTold() {
        assertThat(AllowList.nothing().opens(Network.literal("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rsshub", "rsshub:", "rsshub:0", "rsshub:70000", "10.0.0.0/33", "10.0.0/8", "::/x"})
    void shouldNameTheEntryItDoesNotUnderstand(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.of(entry))
                .withMessageContaining(
                        "'" + entry + "' is neither a network such as 10.0.0.0/8 nor a host with a port");
    }
}
