package io.dyadwire.contract.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {
    @Test
    void shouldBeTheSameInEitherOrder() {
        assertThat(Pair.of("KOR", "JPN")).isEqualTo(Pair.of("JPN", "KOR")).hasToString("JPN-KOR");
    }

    @Test
    void shouldNameItsCountries() {
        var pair = new Pair("JPN-KOR");

        assertThat(pair.first()).isEqualTo("JPN");
        assertThat(pair.second()).isEqualTo("KOR");
        assertThat(pair.has("KOR")).isTrue();
        assertThat(pair.has("USA")).isFalse();
        assertThat(pair.has("KO")).isFalse();
        assertThat(pair.has("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOR-JPN", "JPN-JPN", "JP-KR", "jpn-kor", "JPN–KOR", "JPN-KOR-USA", ""})
    void shouldRefuseWhatIsNoPair(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pair(text))
                .withMessageStartingWith("pair: '" + text + "'");
    }

    @Test
    void shouldTakeItsTwoCountriesForRolesAndNoOthers() {
        var pair = new Pair("JPN-KOR");

        pair.checkRoles(null, null);
        pair.checkRoles("KOR", "JPN");

        for (String[] roles : new String[][] {{"JPN", null}, {null, "JPN"}, {"JPN", "JPN"}, {"JPN", "USA"}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pair.checkRoles(roles[0], roles[1]))
                    .withMessageEndingWith("are not the two countries of JPN-KOR");
        }
    }
}
