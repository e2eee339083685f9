package io.dyadwire.processor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.date.DateTagger;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whole stories, with all that hangs on their dates: nothing less, and nothing more. */
class DeadlineStoriesTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final DateTagger dates = new DateTagger(vocabulary);
    private final DeadlineFinder finder = new DeadlineFinder(vocabulary, dates);
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);

    @Test
    void shouldFindTheTalksAndTheDecisionOfAPact() {
        assertThat(lines("2021-03-10", "Athens and Ankara to reopen talks on sea border", """
                ATHENS, March 10 (Levant Wire) -- Greece and Turkey will resume exploratory talks in Ankara on Tuesday, \
                diplomats said Wednesday, their first such meeting in five years.

                The delegations, expected to meet on March 16 and 17, will not discuss the airspace dispute. A decision \
                on whether to prolong the Aegean Confidence Building Agreement is due by March 31.

                Turkey withdrew its survey ship on Monday to make room for the talks.
                """))
                .containsExactly(
                        "event 2021-03-16 Tuesday: Greece and Turkey to resume exploratory talks in Ankara",
                        "event 2021-03-16 March 16: delegations to meet",
                        "event 2021-03-17 17: delegations to meet",
                        "deadline 2021-03-31 March 31: decision on prolonging Aegean Confidence Building Agreement");
    }

    @Test
    void shouldFindWhatARuleDemandsAndWhen() {
        assertThat(lines("2022-11-23", "Hanoi gives exporters until year-end to register", """
                HANOI (Mekong Courier) - Vietnam decided on Wednesday to require every exporter of rice to China to \
                register, the trade ministry said.

                Exporters have until Dec. 31 to send their papers. The new rule takes effect on Jan. 15, 2023, and \
                permits must be handed back within 60 days.

                Chinese inspectors are to visit mills in the Mekong delta next week.
                """))
                .containsExactly(
                        "deadline 2022 year-end: exporters to register",
                        "deadline 2022-12-31 Dec. 31: Exporters to send papers",
                        "deadline 2023-01-15 Jan. 15, 2023: new rule takes effect",
                        "deadline 2023-01-22 60 days: permits must be handed back",
                        "event 2022-W48 next week: Chinese inspectors to visit mills in Mekong delta");
    }

    @Test
    void shouldTellOnlyTheNewDateOfASummitPutOff() {
        assertThat(lines("2018-05-07", "Bogota and Caracas put off border summit", """
                The summit of Colombia and Venezuela had been planned for Friday but was put off to June 4, the \
                Colombian foreign ministry said on Monday. The presidents met in Cucuta in 2014.

                Officials hope that trade will pick up in June. Venezuela must reopen the Simon Bolivar bridge before \
                May 20, when a truce between the two armies runs out.
                """))
                .containsExactly(
                        "event 2018-06-04 June 4: summit of Colombia and Venezuela put off",
                        "deadline 2018-05-20 May 20: truce between two armies runs out");
    }

    @Test
    void shouldPassOverWhatWasCalledOff() {
        assertThat(lines("2020-01-29", "Nairobi calls off mission to Mogadishu", """
                NAIROBI — Kenya has called off the mission to Somalia that its foreign minister was to lead on Feb. 12, \
                a spokesman said.

                The Hague court will hear the maritime case from June 8 to 12. Somalia may still withdraw its \
                ambassador, who has been in Nairobi since August.

                The waiver for Kenyan flights, which was extended in November, now expires at midnight on Feb. 29.
                """))
                .containsExactly(
                        "event 2020-06-08 June 8: Hague court to hear maritime case",
                        "deadline 2020-02-29 midnight on Feb. 29: waiver for Kenyan flights expires");
    }

    @Test
    void shouldPassOverWhatWasDoneOrIsOnlyWished() {
        assertThat(lines("2023-09-06", "Ottawa and Delhi to start trade round in October", """
                OTTAWA, Sept 6 (Northern Desk) - Canada and India agreed on Tuesday to open the seventh round of trade \
                talks in Delhi in mid-October. It was the first accord between the two in three years.

                The Canadian minister arrived in Delhi on Monday. India said its duty on lentils would stay in place \
                until the end of March.

                Canada wants India to drop the duty by 2024.
                """))
                .containsExactly(
                        "event 2023-10 October: Ottawa and Delhi to start trade round",
                        "event 2023-10 mid-October: Canada and India to open seventh round of trade talks",
                        "deadline 2024-03 the end of March: duty on lentils to stay in place");
    }

    @Test
    void shouldFindTheEndOfATreatyAndTheNoticeBeforeIt() {
        assertThat(lines("2017-02-16", "Oslo weighs fishing pact with Moscow", """
                The Barents Sea fisheries treaty lapses on April 1 unless one of the parties asks to renew it by \
                March 15. Norway's parliament votes next Thursday. Asked about the treaty, the minister said: "We met \
                our Russian colleagues in Tromso last week."

                The 40-year-old minister flew back to Oslo on Wednesday. A June 9 deadline for catch reports was kept.
                """))
                .containsExactly(
                        "deadline 2017-04-01 April 1: Barents Sea fisheries treaty lapses",
                        "deadline 2017-03-15 March 15: one of parties asks to renew it",
                        "event 2017-02-23 next Thursday: Norway's parliament votes",
                        "deadline 2017-06-09 June 9: deadline for catch reports");
    }

    private List<String> lines(String published, String title, String text) {
        Instant at = Instant.parse(published + "T09:00:00Z");
        Document document = Document.cut(NewsSample.article("a", at, title, text), tokenizer);
        return finder.find(document, dates.tag(document), List.of(), List.of(), List.of()).stream()
                .map(tag -> line(document, tag))
                .toList();
    }

    private static String line(Document document, DeadlineTag tag) {
        String words = tag.evidence().getFirst().in(document.article());
        return tag.kind().name().toLowerCase(Locale.ROOT) + " " + tag.date() + " " + words + ": " + tag.what();
    }
}
