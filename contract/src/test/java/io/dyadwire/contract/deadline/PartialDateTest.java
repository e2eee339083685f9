package io.dyadwire.contract.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2019-08-24, DAY,     2019-08-24, 2019-08-24",
        "2020-02-29, DAY,     2020-02-29, 2020-02-29",
        "2019-W34,   WEEK,    2019-08-19, 2019-08-25",
        "2019-W01,   WEEK,    2018-12-31, 2019-01-06",
        "2020-W53,   WEEK,    2020-12-28, 2021-01-03",
        "2021-W01,   WEEK,    2021-01-04, 2021-01-10",
        "2015-W53,   WEEK,    2015-12-28, 2016-01-03",
        "2019-02,    MONTH,   2019-02-01, 2019-02-28",
        "2020-02,    MONTH,   2020-02-01, 2020-02-29",
        "2019-Q1,    QUARTER, 2019-01-01, 2019-03-31",
        "2019-Q2,    QUARTER, 2019-04-01, 2019-06-30",
        "2019-Q4,    QUARTER, 2019-10-01, 2019-12-31",
        "2019,       YEAR,    2019-01-01, 2019-12-31"
    })
    void shouldSpanItsDays(String text, Precision precision, LocalDate first, LocalDate last) {
        var date = new PartialDate(text);

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.firstDay()).isEqualTo(first);
        assertThat(date.lastDay()).isEqualTo(last);
        assertThat(PartialDate.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-02-29",
                "2019-13",
                "2019-00-10",
                "2019-W00",
                "2019-W53",
                "2021-W53",
                "2019-Q0",
                "2019-Q5",
                "2019-8-4",
                "19-08-24",
                "2019-08-24T00:00",
                "2019-",
                "soon",
                ""
            })
    void shouldRefuseWhatIsNoDate(String text) {
        assertThat(PartialDate.isOne(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartialDate(text))
                .withMessageStartingWith("date: '" + text + "'");
    }

    @Test
    void shouldTakeAWholeDay() {
        assertThat(PartialDate.of(LocalDate.of(2019, 8, 4))).hasToString("2019-08-04");
    }
}
