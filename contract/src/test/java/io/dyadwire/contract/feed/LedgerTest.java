package io.dyadwire.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void shouldAddUpFieldByField() {
        var first = new Ledger(3, 1, 1, 5, 2, 1, Map.of("duplicate", 2L));
        var second = new Ledger(1, 0, 0, 4, 1, 1, Map.of("duplicate", 1L, "noText", 1L));

        assertThat(first.plus(second))
                .isEqualTo(new Ledger(4, 1, 1, 9, 3, 2, Map.of("duplicate", 3L, "noText", 1L)))
                .isEqualTo(second.plus(first));
        assertThat(first.plus(Ledger.EMPTY)).isEqualTo(first);
    }

    @Test
    void shouldRefuseAnItemThatIsNotAccountedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ledger(1, 0, 0, 3, 1, 1, Map.of()))
                .withMessage("ledger: 3 items seen, but 2 accounted for");
    }
}
