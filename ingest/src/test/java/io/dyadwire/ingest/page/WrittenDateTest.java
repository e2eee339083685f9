package io.dyadwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wednesday, 14 August 2019, 09:30",
                "Aug. 14th, 2019",
                "Mittwoch, 14. August 2019",
                "mercredi 14 août 2019",
                "14 de agosto de 2019",
                "14 agosto 2019",
                "14 sierpnia 2019",
                "14 августа 2019",
                "14.08.2019",
                "14/08/2019",
                "8/14/2019",
                "2019-08-14",
                "2019/8/14",
                "2019年8月14日",
                "Room 12, 31.02.2019, then 14.8.2019 and 15.8.2019"
            })
    void shouldReadTheFirstDayThatIsNamed(String text) {
        assertThat(WrittenDate.first(text, false)).contains(LocalDate.of(2019, 8, 14));
    }

    @Test
    void shouldPutTheMonthFirstWhereThatIsTheCustom() {
        assertThat(WrittenDate.first("8/9/2019", true)).contains(LocalDate.of(2019, 8, 9));
        assertThat(WrittenDate.first("8/9/2019", false)).contains(LocalDate.of(2019, 9, 8));
        assertThat(WrittenDate.first("8.9.2019", true)).contains(LocalDate.of(2019, 9, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2019",
                "August 2019",
                "Call 030 14.08.20191",
                "May be 3 2019",
                "version 1.2.2019.4",
                "14.13.2019"
            })
    void shouldFindNoneWhereNoneIs(String text) {
        assertThat(WrittenDate.first(text, false)).isEmpty();
    }
}
