package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Wed, 14 Aug 2019 09:30:15 GMT > 2019-08-14T09:30:15Z",
                "Wed, 14 Aug 2019 09:30:15 +0900 > 2019-08-14T00:30:15Z",
                "Wednesday, 14 August 2019 09:30:15 UT > 2019-08-14T09:30:15Z",
                "14 Aug 2019 09:30 -05:30 > 2019-08-14T15:00:00Z",
                "Wed,14 Aug 2019  9:30 PM EDT > 2019-08-15T01:30:00Z",
                "Wed, 14 Aug 2019 > 2019-08-14T00:00:00Z",
                "14-Aug-19 09:30:00 > 2019-08-14T09:30:00Z",
                "Wed, 14 Aug 99 09:30:00 Z > 1999-08-14T09:30:00Z",
                "Wed, 14 Aug 2019 09:30:15 +0000 (UTC) > 2019-08-14T09:30:15Z",
                "Wed, 14 Aug 2019 09:30:15 GMT+2 > 2019-08-14T07:30:15Z",
                "Wed, 14 Aug 2019 24:00:00 GMT > 2019-08-15T00:00:00Z",
                "Wed, 14 Aug 2019 09:30:15 JST > 2019-08-14T00:30:15Z",
                "2019-08-14T09:30:15Z > 2019-08-14T09:30:15Z",
                "2019-08-14T09:30:15.123456+09:00 > 2019-08-14T00:30:15Z",
                "2019-08-14T09:30:15+0900 > 2019-08-14T00:30:15Z",
                "2019-08-14 09:30:15 > 2019-08-14T09:30:15Z",
                "2019-08-14 09:30:15 KST > 2019-08-14T00:30:15Z",
                "20190814T093015Z > 2019-08-14T09:30:15Z",
                "2019-08-14T09:30 > 2019-08-14T09:30:00Z",
                "2019-08-14 > 2019-08-14T00:00:00Z",
                "2019-08 > 2019-08-01T00:00:00Z",
                "2019 > 2019-01-01T00:00:00Z",
                "2019/08/14 09:30 > 2019-08-14T09:30:00Z",
                "August 14, 2019 > 2019-08-14T00:00:00Z",
                "Aug 14, 2019 9:30 a.m. EST > 2019-08-14T14:30:00Z",
                "Wed Aug 14 09:30:15 2019 > 2019-08-14T09:30:15Z",
                "Wed Aug 14 09:30:15 PDT 2019 > 2019-08-14T16:30:15Z",
                "1565775015 > 2019-08-14T09:30:15Z",
                "1565775015000 > 2019-08-14T09:30:15Z",
                "Fri, 31 Dec 9999 23:59:59 GMT > 9999-12-31T23:59:59Z"
            })
    void shouldReadDatesAsFeedsWriteThem(String written, String meant) {
        assertThat(FeedDates.parse(written)).contains(Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "Tue, 31 Feb 2019 10:00:00 GMT", "2019-13-40", "14 Foo 2019", "25:00", "12"})
    void shouldSayNothingWhereThereIsNoDate(String written) {
        assertThat(FeedDates.parse(written)).isEmpty();
    }
}
