package io.dyadwire.processor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyCreditTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ATHENS, March 10 (Levant Wire) -- Greece and Turkey will talk. | Levant Wire
            SEOUL (AP) — The two governments must decide.                  | AP
            Oslo (NTB-AFP): The treaty lapses on April 1.                  | NTB-AFP
            The minister (who is new) - met his colleague.                 |
            The Aegean Agreement (ACBA) lapses on March 31.                |
            The talks were put off.                                        |
            """)
    void shouldFindTheAgencyInTheDateline(String text, String agency) {
        assertThat(AgencyCredit.in(NewsSample.article(text))).isEqualTo(agency);
    }
}
