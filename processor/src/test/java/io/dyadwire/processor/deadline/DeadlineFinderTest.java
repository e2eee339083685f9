package io.dyadwire.processor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.date.DateTagger;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineFinderTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final DateTagger dates = new DateTagger(vocabulary);
    private final DeadlineFinder finder = new DeadlineFinder(vocabulary, dates);
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A ruling on whether to renew the Open Skies Overflight Treaty is due on Sept. 3. | deadline 2019-09-03 ruling on renewing Open Skies Overflight Treaty
            The waiver expires Nov. 2. | deadline 2019-11-02 waiver expires
            The new tariff takes effect on Oct. 1. | deadline 2019-10-01 new tariff takes effect
            Seoul must reply to the request by Aug. 31. | deadline 2019-08-31 Seoul must reply to request
            Both governments have until Friday to name arbitrators. | deadline 2019-08-16 Both governments to name arbitrators
            The talks, expected to take place on Thursday and Friday, are informal. | event 2019-08-15 talks, event 2019-08-16 talks
            The ministers will meet in Beijing next week. | event 2019-W34 ministers to meet in Beijing
            The Oct. 22 ceremony in Tokyo is open to guests. | event 2019-10-22 ceremony in Tokyo
            The envoy is to visit Jakarta Aug. 20-28. | event 2019-08-20 envoy to visit Jakarta
            The launch was delayed until October 2020. | event 2020-10 launch delayed
            The chairman will step down in March. | deadline 2020-03 chairman to step down
            The court set no fee but the fine must be paid on Sept. 2. | deadline 2019-09-02 fine must be paid
            The vote was due Friday but was put off to Oct. 3. | deadline 2019-10-03 vote put off
            The truce, which was renewed in May, now lasts until Sept. 10. | deadline 2019-09-10 truce lasts
            Envoys of both sides spoke by telephone on Monday and agreed to speak again within two weeks. | deadline 2019-08-28 Envoys of both sides to speak again
            Tariffs on other goods, from toys to tea, go ahead on Sept. 1 as announced. | event 2019-09-01 Tariffs on other goods go ahead
            Manila must decide by Sept. 4 whether to renew an accord on fishing rights. | deadline 2019-09-04 Manila must decide on renewing accord on fishing rights
            Oslo asked the firm to withdraw its plan for the mine before it takes effect on Aug. 30. | deadline 2019-08-30 plan for mine takes effect
            It may be the last chance to talk before Aug. 24, when the right to cancel the lease runs out. | deadline 2019-08-24 right to cancel lease runs out
            The rebels have called a truce. It will end on Monday. | event 2019-08-19 It to end
            The cabinet then voted to drop the exemption, a step that comes into force on Aug. 28. | deadline 2019-08-28 step comes into force
            Peru and Chile plan a quiet meeting of their top diplomats on the island on Aug. 22. | event 2019-08-22 Peru and Chile plan quiet meeting of top diplomats
            The council meets next Tuesday. | event 2019-08-20 council meets
            The deadline for bids on the two ports is Sept. 9. | deadline 2019-09-09 deadline for bids on two ports
            Oslo Salt Ltd <OSLT.N> said it expected to open a shaft next week. | event 2019-W34 Oslo Salt Ltd to open shaft
            Ana Ruiz spoke of her plan. She was calm. She will open the bridge on Sept. 2. | event 2019-09-02 Ana Ruiz to open bridge
            Minister Ana Ruiz has until June, 2020 to call an election. | deadline 2020-06 Minister Ana Ruiz to call election
            The makers said the ferry, called Lark, will be ready next year. | event 2020 ferry to be ready
            The mill said it will raise its prices for pulp in Chile, effective Sept. 2. | deadline 2019-09-02 mill to raise prices for pulp in Chile
            They said the airline will from next year fly to Oran. | event 2020 airline to fly to Oran
            No change would be made to the code planned to start on Sept. 2. | event 2019-09-02 code to start
            The ships must be registered and fitted with a horn by Sept. 2. | deadline 2019-09-02 ships must be registered and fitted with horn
            A study of the reefs of the north is still under way and will be completed sometime next month. | event 2019-09 study of reefs of north to be completed
            The museum will be opened this year. | event 2019 museum to be opened
            A tax break for film makers, due to end next June, stays. | deadline 2020-06 tax break for film makers to end
            The largest Danish airline is to suspend its service between Aarhus and the port of Gdansk on Sept. 3. | event 2019-09-03 largest Danish airline to suspend service
            """)
    void shouldFindWhatHangsOnADate(String text, String expected) {
        assertThat(String.join(", ", lines(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministers met on Friday in Beijing.",
                "The pact was signed on Aug. 2, 2019.",
                "The envoy hopes to return next month.",
                "The deal could be struck as soon as Tuesday.",
                "The offer had been set to expire on Sept. 6.",
                "The company sold $200 million of notes due Nov. 1, 2029.",
                "Analysts forecast higher earnings for next year.",
                "Thursday is the anniversary of the surrender, marked on Thursday.",
                "Japan will not attend the fair on Aug. 30.",
                "He was the governor until December.",
                "They would meet a year later than planned.",
                "Seats are sold for the 2020 games.",
                "A decision will come soon.",
                "SEOUL, Aug. 14 (The River Post) -- Police closed two roads.",
                "The chief minister decided on Wednesday to let the ship go.",
                "The minister called in the ambassador on Wednesday.",
                "The hosts came back to beat Spain 3-1 in the semifinal on Wednesday.",
                "He has called off the visit that he was to make on Sept. 2.",
                "The paper wants control to pass to its staff by 2022.",
                "Officials hope that the two sides will resume their talks in September.",
                "It was the first such meeting in three years.",
                "The envoys may have met on Friday.",
                "Doors open at 7:30 p.m.",
                "Lawyers asked the court to extend the deadline to Sept. 5.",
                "The owners asked for a delay until October.",
                "The talks could be postponed to Oct. 3 if the storm comes.",
                "The start was delayed by two weeks.",
                "She was allowed to return home on Friday.",
                "Prices will rise next year.",
                "There would be 1.3 million tonnes of salt next year.",
                "The country will have trouble with its ports in 2019.",
                "According to figures released on Monday, trade grew.",
                "The president would like to sign a pact on Sept. 2.",
                "The mandate does not expire in October.",
                "The bank sold a 35 billion yen eurobond due Nov. 1, 2029."
            })
    void shouldFindNothingWhereNothingHangs(String text) {
        assertThat(lines(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ruling was due Friday but was put off to Oct. 3. | 2019-10-03 POSTPONED 2019-08-16
            Quito extended the deadline by two weeks to Aug. 30. | 2019-08-30 EXTENDED null
            The launch was pushed back from Sept. 1 to Oct. 1. | 2019-10-01 POSTPONED 2019-09-01
            The election, planned for Dec. 8, was brought forward to Oct. 20. | 2019-10-20 BROUGHT_FORWARD 2019-12-08
            The summit was moved up to Aug. 24 from Sept. 7. | 2019-08-24 BROUGHT_FORWARD 2019-09-07
            The vote has been delayed until Sept. 17, the speaker said. | 2019-09-17 POSTPONED null
            The talks, set for Aug. 20, have been postponed for a month. | 2019-09-20 POSTPONED 2019-08-20
            The hearing scheduled for Sept. 2 was adjourned for two weeks. | 2019-09-16 POSTPONED 2019-09-02
            The regulator gave the bank another 30 days to answer. | 2019-09-13 EXTENDED null
            The judge granted the defence an extension to Sept. 30 to file its brief. | 2019-09-30 EXTENDED null
            Oslo extended the waiver, which was to expire on Aug. 19, until Nov. 18. | 2019-11-18 EXTENDED 2019-08-19
            The ceremony will now be held on Sept. 4 instead of Aug. 28. | 2019-09-04 POSTPONED 2019-08-28
            The ministers had been due to meet on Aug. 21 but will now gather on Aug. 27. | 2019-08-27 POSTPONED 2019-08-21
            The trial, originally scheduled to begin on Aug. 19, now starts on Sept. 16. | 2019-09-16 POSTPONED 2019-08-19
            The opening, first planned for Aug. 25, has slipped to Sept. 15. | 2019-09-15 POSTPONED 2019-08-25
            The envoys will meet on Friday, a day earlier than planned. | 2019-08-16 BROUGHT_FORWARD null
            """)
    void shouldSayHowADateWasChangedAndFromWhat(String text, String expected) {
        assertThat(tags(text))
                .extracting(tag -> tag.date()
                        + (tag.move() == null
                                ? ""
                                : " " + tag.move().kind() + " " + tag.move().from()))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The vote is due on Friday. | The vote was put off to Oct. 3.
            The deadline for bids is Aug. 30. | The ministry extended the deadline for bids to Sept. 20.
            The waiver expires on Aug. 19. | Oslo extended the waiver until Nov. 18.
            The summit is set for Sept. 3. | The host brought the summit forward to Aug. 29.
            """)
    void shouldKnowWhatWasMovedByTheSameId(String before, String after) {
        assertThat(tag(after).id()).isEqualTo(tag(before).id());
    }

    @Test
    void shouldCountTheDaysThatAreGiven() {
        assertThat(lines("The firm was given 60 days to sell its pipes."))
                .containsExactly("deadline 2019-10-13 firm given to sell pipes");
        assertThat(lines("The court gave prosecutors until Aug. 28 to file a response."))
                .containsExactly("deadline 2019-08-28 prosecutors to file response");
        assertThat(lines("It took the crew 60 days to reach the port.")).isEmpty();
    }

    @Test
    void shouldKnowTheSameThingInOtherWordsAndOnAnotherDate() {
        DeadlineTag one = tag("A decision on whether to extend the Joint Sea Patrol Agreement is due on Aug. 24.");
        DeadlineTag other = tag("Seoul's decision on extending the Joint Sea Patrol Agreement is due by Sept. 9.");

        assertThat(other.id()).isEqualTo(one.id());
        assertThat(other.date()).isNotEqualTo(one.date());
    }

    @Test
    void shouldCountByTheClockOfTheDateline() {
        String text = "TOKYO (Honshu Post) -- The waiver expires on Aug. 13. The court will rule on Wednesday.";
        Instant late = Instant.parse("2019-08-13T22:00:00Z");
        Document document = Document.cut(NewsSample.article("a", late, "", text), tokenizer);

        assertThat(find(document))
                .singleElement()
                .returns("2019-08-14", tag -> tag.date().value())
                .returns(ZoneId.of("Asia/Tokyo"), DeadlineTag::zone);
    }

    @ParameterizedTest
    @CsvSource({
        "The truce runs out at midnight Seoul time on Aug. 24., +09:00",
        "PARIS (Post) -- Bids are due by 5 p.m. EST on Nov. 20., -05:00",
        "PARIS (Post) -- Bids are due by Nov. 20., Europe/Paris",
        "Bids are due by Nov. 20., ",
    })
    void shouldSayWhereADayCounts(String text, @Nullable String zone) {
        assertThat(tag(text).zone()).isEqualTo(zone == null ? null : ZoneId.of(zone));
    }

    @Test
    void shouldTakeTheDaysOfOneMeetingForOneThing() {
        assertThat(tags("The delegations of Chile and Peru are to meet on Friday and Saturday."))
                .extracting(DeadlineTag::id)
                .hasSize(2)
                .containsOnly(tag("The delegations of Chile and Peru are to meet on Friday.")
                        .id());
        assertThat(tags("The delegations of Chile and Peru are to meet on Friday and on Sept. 20."))
                .extracting(DeadlineTag::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellOneMeetingOnceByItsDay() {
        assertThat(lines("The envoys will meet in Guam later this week. Their talks are set for Friday."))
                .containsExactly("event 2019-08-16 talks");
    }

    @Test
    void shouldTakeThePairOfItsSentence() {
        String text = "Japan and South Korea will hold talks on Friday. France and Italy signed a pact.";
        PairTag here = new PairTag(new Pair("JPN-KOR"), 0.9, true, null, null, List.of(new Span(Field.TEXT, 0, 21)));
        PairTag there = new PairTag(new Pair("FRA-ITA"), 0.5, false, null, null, List.of(new Span(Field.TEXT, 49, 65)));
        Document document = document(text);

        List<DeadlineTag> tags = finder.find(document, dates.tag(document), List.of(), List.of(there, here), List.of());

        assertThat(tags).singleElement().satisfies(tag -> assertThat(tag.pairs())
                .containsExactly(new Pair("JPN-KOR")));
    }

    @Test
    void shouldShowTheWordsThatProveIt() {
        String text = "Officials say little. The licence expires Aug. 24, a clerk said.";

        DeadlineTag tag = tag(text);

        assertThat(tag.evidence().get(0).in(document(text).article())).isEqualTo("Aug. 24");
        assertThat(tag.evidence().get(1).in(document(text).article())).isEqualTo("licence expires Aug. 24");
    }

    @Test
    void shouldTakeAnyText() {
        Random random = new Random(11);
        String[] words = {
            "by",
            "until",
            "Friday",
            "Aug. 24",
            "will",
            "not",
            "be",
            "held",
            "to",
            "due",
            "expires",
            "the",
            "talks",
            "-",
            "and",
            "next week",
            "2020",
            "but",
            "put off",
            "whether",
            "to extend",
            "'s",
            ",",
            ".",
            ";",
            "within",
            "ten days",
            "as soon as",
            "said",
            "had been",
            "\uD800",
            "🎉",
            "summit",
            "from",
            "between",
            "of record",
            "this year"
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(random.nextInt(5) == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
            }
            Document document = document(text.toString());

            assertThat(finder.find(document, dates.tag(document), List.of(), List.of(), List.of()))
                    .allSatisfy(tag -> tag.evidence().forEach(span -> span.in(document.article())));
        }
    }

    private DeadlineTag tag(String text) {
        return tags(text).getFirst();
    }

    private List<String> lines(String text) {
        return tags(text).stream()
                .map(tag -> tag.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + tag.date() + " " + tag.what())
                .toList();
    }

    private List<DeadlineTag> tags(String text) {
        return find(document(text));
    }

    private List<DeadlineTag> find(Document document) {
        return finder.find(document, dates.tag(document), List.of(), List.of(), List.of());
    }

    private Document document(String text) {
        return Document.cut(NewsSample.article(text), tokenizer);
    }
}
