package io.dyadwire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The port reopens. 12 comments | The port reopens. 148 Comments",
                "The port reopens. Comments (12) | The port reopens. Comments: 13",
                "Posted 3 hours ago. The port reopens. | Posted 2 days ago. The port reopens.",
                "1.2k views The port reopens. | 13k views The port reopens.",
                "The port  reopens at 'noon' - at last | The port reopens at “noon” – at last",
                "The Port reopens ... | the port reopens",
                "The port reopens. […] Continue reading The port reopens | The port reopens.",
                "Der Hafen öffnet. 3 Kommentare | Der Hafen öffnet. 4 Kommentare"
            })
    void shouldNotCallThisAnEdit(String before, String after) {
        assertThat(ContentHash.of("T", after)).isEqualTo(ContentHash.of("T", before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 dead after the storm | 15 dead after the storm",
                "Talks end on August 24 | Talks end on August 25",
                "The rate is 2.5% | The rate is 2.5",
                "Growth of -2 is seen | Growth of 2 is seen",
                "They will meet | They will not meet",
                "3 hours of talks | 4 hours of talks",
                "会談は今日 | 会談は明日"
            })
    void shouldCallThisAnEdit(String before, String after) {
        assertThat(ContentHash.of("T", after)).isNotEqualTo(ContentHash.of("T", before));
    }
}
