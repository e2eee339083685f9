package io.dyadwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public, max-age=600   |                               |                               |     | PT10M
            MAX-AGE = "60", x     |                               |                               |     | PT1M
            max-age=3600          | Wed, 14 Aug 2019 20:00:00 GMT |                               | 600 | PT50M
            max-age=31536000      |                               |                               |     | PT8760H
                                  | Wed, 14 Aug 2019 14:00:00 GMT |                               |     | PT2H
                                  | Wed, 14 Aug 2019 14:00:00 GMT | Wed, 14 Aug 2019 13:00:00 GMT |     | PT1H
                                  | Wed, 14 Aug 2019 11:00:00 GMT |                               |     |
                                  | 0                             |                               |     |
                                  | -1                            |                               |     |
            s-maxage=600          |                               |                               |     |
            no-cache, max-age=0   |                               |                               |     |
            max-age=60            |                               |                               | 600 |
            max-age=soon          |                               |                               |     |
            """)
    void shouldSayHowLongAnAnswerStaysFresh(
            @Nullable String control,
            @Nullable String expires,
            @Nullable String date,
            @Nullable String age,
            @Nullable Duration fresh) {
        Map<String, List<String>> headers = new HashMap<>();
        put(headers, "cache-control", control);
        put(headers, "expires", expires);
        put(headers, "date", date);
        put(headers, "age", age);
        var answer = new OutboundResponse(200, headers, new byte[0], URI.create("http://x.example/"), List.of());

        assertThat(Freshness.of(answer, NOW).orElse(null)).isEqualTo(fresh);
    }

    private static void put(Map<String, List<String>> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, List.of(value));
        }
    }
}
