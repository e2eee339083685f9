package io.dyadwire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void shouldGiveTheSameIdForEver() {
        // printf 'https://news.example/a\0' | sha256sum | head -c 32
        assertThat(Digest.of("https://news.example/a")).isEqualTo("7443f74a8e6c720a0a8eb8a3f8ce2655");
        // printf 'feed\0김\0' | sha256sum | head -c 32
        assertThat(Digest.of("feed", "김")).isEqualTo("f61b9eefa27dc6e98de0a7ee5fd5f5b9");
    }

    @Test
    void shouldTellWhereOnePartEnds() {
        assertThat(Digest.of("ab", "c")).isNotEqualTo(Digest.of("a", "bc"));
        assertThat(Digest.of("a")).isNotEqualTo(Digest.of("a", ""));
    }
}
