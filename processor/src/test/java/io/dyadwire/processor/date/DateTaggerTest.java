package io.dyadwire.processor.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.DateTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTaggerTest {
    private final Tags tags = new Tags();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-08-14 | The ministers meet on Aug. 24 in Seoul. | Aug. 24=2019-08-24
            2019-08-14 | They arrived on 24 July and left on 2 August 2019. | 24 July=2019-07-24, 2 August 2019=2019-08-02
            2019-08-14 | The envoys will meet Aug. 16-17 in Guam. | Aug. 16=2019-08-16, 17=2019-08-17
            2019-08-14 | The court sits from 3 to 5 September. | 3=2019-09-03, 5 September=2019-09-05
            2019-08-14 | The talks are expected on Friday and Saturday. | Friday=2019-08-16, Saturday=2019-08-17
            2019-08-14 | The ministry said Monday that ships left. | Monday=2019-08-12
            2019-08-14 | The envoy will leave Monday. | Monday=2019-08-19
            2019-08-14 | He was there yesterday and comes back tomorrow. | yesterday=2019-08-13, tomorrow=2019-08-15
            2019-08-14 | They meet later this week. | later this week=2019-W33
            2019-08-14 | The two spoke earlier this month. | earlier this month=2019-08
            2019-08-14 | Troops must leave by the end of the month. | the end of the month=2019-08
            2019-08-14 | Both sides must answer within 60 days. | 60 days=2019-10-13
            2019-08-14 | The ban will be lifted in two weeks. | two weeks=2019-08-28
            2019-08-14 | The port closed three days ago. | three days ago=2019-08-11
            2019-08-14 | A vote is due in mid-October. | mid-October=2019-10
            2019-08-14 | Output fell in the second quarter of 2018. | the second quarter of 2018=2018-Q2
            2019-08-14 | The law dates from the 1990s. | the 1990s=199
            2019-08-14 | Prices will rise in fiscal 2020. | fiscal 2020=2020
            2019-08-14 | The siege lasted 27 months. | 27 months=P27M
            2019-08-14 | The board meets every Monday and reports annually. | every Monday=XXXX-WXX-1, annually=P1Y
            2019-08-14 | Shops will shut on Christmas Eve. | Christmas Eve=2019-12-24
            2019-11-04 | Families travel home for Thanksgiving 2019. | Thanksgiving 2019=2019-11-28
            2018-02-01 | Parliament rises until Easter Monday. | Easter Monday=2018-04-02
            2020-01-10 | Factories close for Lunar New Year. | Lunar New Year=2020-01-25
            2019-08-14 | Trains are full before Chuseok. | Chuseok=2019-09-13
            2019-05-20 | The truce holds until Eid al-Fitr. | Eid al-Fitr=2019-06-04
            2019-08-14 | The shops reopen after Good Friday 2020. | Good Friday 2020=2020-04-10
            2019-08-14 | The attack began at 5:30 a.m. Tuesday. | 5:30 a.m. Tuesday=2019-08-13T05:30
            2019-08-14 | Talks resumed on Friday morning. | Friday morning=2019-08-09TMO
            2019-08-14 | The file is dated 2017-11-03. | 2017-11-03=2017-11-03
            2019-12-20 | A hearing is set for Feb. 3. | Feb. 3=2020-02-03
            2019-02-10 | The plant closed in November. | November=2018-11
            2019-08-14 | It was the first such meeting in three years. | three years=P3Y
            2019-08-14 | Ten inches of snow fell by Monday. | Monday=2019-08-12
            2019-08-16 | The ministers, who met in Bonn until Wednesday, said little. | Wednesday=2019-08-14
            2019-08-14 | The court gave the owners until Monday. | Monday=2019-08-19
            2019-08-14 | Within two weeks the army had the port. | two weeks=P2W
            2019-08-14 | The envoy returns three Fridays from now. | three Fridays from now=2019-08-30
            2019-08-14 | He signed on 6 April nineteen eighty-six. | 6 April nineteen eighty-six=1986-04-06
            2019-08-14 | The port closed two months ago. | two months ago=2019-06-14
            2019-08-14 | The walls fell in June 479 BC. | June 479 BC=BC0479-06
            2019-08-14 | -5 degrees were measured in Oslo on Aug. 12. | Aug. 12=2019-08-12
            2019-08-14 | The next day the pact of 1965 was signed. | The next day=2019-08-15, 1965=1965
            """)
    void shouldResolveAgainstThePublicationDay(LocalDate published, String text, String expected) {
        assertThat(tags.line(published, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The man, 34, beat his rival 6-3 and paid $1,999.
            Flight 370 carried 239 people over 2,014 miles.
            You may march if you must, she may say.
            The Boeing 1987 fell 3.5 percent to 2015.7 points.
            The file is kept under 138-2010-2015 at +86 2010-2015-86.
            A Long March 4C rocket stood on the pad.
            The photo was sent by Florida Today) as 3am3io.
            A boy aged 12 and a 70-year-old woman were hurt.
            The 2018-19 season was his best, the 2019 Premier League season his last.
            She drove a 2015 sedan and he a 2012 pickup.
            Rates fell by 1/2 point, then rose by 3/4 of a point.
            The Peugeot 3008 passed the Airbus A320 and the Boeing 787.
            The home side won 3-2 and 21-19 before 2,019 people.
            The price is $24 a share, or EUR 2020.50 a tonne.
            It was a Black Monday for the bourse.
            Is it valid? 2015-32
            """)
    void shouldNotTakeOtherNumbersForDates(String text) {
        assertThat(tags.of(LocalDate.of(2019, 8, 14), text)).isEmpty();
    }

    @Test
    void shouldReadAHistoryAgainstTheDateBefore() {
        String text = "War began in 1914. In 1915 the front froze. On 3 May 1916 the city fell. In June the army left. "
                + "It came back in 1917 and stayed until 1918. The treaty of 1919 was void by 1921. On 4 July the king fled.";

        assertThat(tags.of(LocalDate.of(2009, 12, 1), text))
                .extracting(DateTag::value)
                .contains("1916-05-03", "1916-06", "1921-07-04");
    }

    @Test
    void shouldGiveSpansThatHoldTheWords() {
        String text = "“Übermorgen” 🎉 talks open on Aug. 24, officials said.";

        List<DateTag> found = tags.of(LocalDate.of(2019, 8, 14), text);

        assertThat(found).singleElement().satisfies(tag -> assertThat(text.substring(tag.start(), tag.end()))
                .isEqualTo("Aug. 24"));
    }

    @Test
    void shouldTakeAnyText() {
        Random random = new Random(7);
        String[] words = {
            "the", "next", "last", "end", "of", "May", "31", "Feb", "30", "99", "9999", "in", "two", "weeks", "ago",
            "Friday", "13th", "2019", "-", "/", ".", ":", "a", "half", "century", "early", "mid", "BC", "p.m.", "until",
            "quarter", "first", "every", "🎉", "\u0000", "\uD800", "'s", "1990s", "from", "now", "Easter", "year", "00"
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(random.nextInt(4) == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
            }
            String made = text.toString();

            assertThat(tags.of(LocalDate.of(2020, 2, 29), made)).as(made).allSatisfy(tag -> assertThat(
                            made.substring(tag.start(), tag.end()))
                    .isEqualTo(tag.text()));
        }
    }
}
