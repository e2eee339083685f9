package io.dyadwire.processor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.tag.ArticleTagger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineNewsFinderTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The summit set for Sept. 3 was called off. | cancelled 2019-09-03 summit
            Oslo has called off the naval drill planned for next month, the ministry said. | cancelled 2019-09 naval drill
            The council called the hearing off on Tuesday. | cancelled hearing
            The envoy cancelled a visit to Santiago that was scheduled for Aug. 28. | cancelled 2019-08-28 visit to Santiago
            The referendum will not take place on Oct. 6, the board said. | cancelled 2019-10-06 referendum
            The inquiry, scheduled for Thursday, will no longer be held. | cancelled 2019-08-15 inquiry
            Plans for a summit in Vienna in October have been dropped, diplomats said. | cancelled 2019-10 summit in Vienna
            The Nov. 2 deadline for bids has been scrapped. | cancelled 2019-11-02 deadline for bids
            The conference was postponed indefinitely. | postponed conference
            The talks, due to open Friday, are in doubt. | doubted 2019-08-16 talks to open
            Doubts grew over whether the summit will go ahead on Sept. 3. | doubted 2019-09-03 summit to go ahead
            The assembly is unlikely to meet the Aug. 31 deadline for ratification. | doubted 2019-08-31 deadline for ratification
            Officials cast doubt on the planned signing of the trade pact. | doubted signing of trade pact
            It is unclear whether the session will take place. | doubted session
            Ankara threatened to cancel the talks unless the ships leave. | doubted talks
            The vote could be called off if the rebels stay. | doubted vote
            The ministry denied that a date had been set for the summit. | denied summit
            No date has been set for the signing ceremony. | denied signing ceremony
            The palace denied that the president would visit Cairo on Sept. 9. | denied 2019-09-09 president to visit Cairo
            There are no plans for a summit of the two leaders in New York, an aide said. | denied summit of two leaders in New York
            The cabinet decided on Wednesday to extend the pact. | met 2019-08-14 cabinet decided to extend pact
            Both chambers ratified the border treaty on Tuesday. | met 2019-08-13 Both chambers ratified border treaty
            The customs accord was signed on Tuesday in Asmara. | met 2019-08-13 customs accord signed
            The talks opened in Geneva on Tuesday. | met 2019-08-13 talks
            The new tariffs took effect on Wednesday. | met 2019-08-14 new tariffs took effect
            The waiver expired on Monday. | met 2019-08-12 waiver expired
            The firm met the Aug. 13 deadline for its reply. | met 2019-08-13 firm met deadline for reply
            """)
    void shouldTellWhatBecameOfIt(String text, String expected) {
        assertThat(lines(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Campaigning for the local elections began on Tuesday.",
                "Loading of ships held up by the strike started on Tuesday.",
                "The two sides ended a strike that began on Tuesday.",
                "\"I met with the council on Tuesday,\" she said.",
                "The second Test between Fiji and Samoa began on Tuesday.",
                "The tour of Fiji was called off after the coach fell ill.",
                "The launch was postponed several times.",
                "The captain decided on Tuesday to turn and return to Oslo.",
                "The ministry denied reports that the summit had been cancelled.",
                "The summit will not be cancelled, the spokesman said.",
                "The airline cancelled 40 flights on Tuesday because of fog.",
                "In 2016 the two sides called off a summit in Ottawa.",
                "The match was called off because of rain.",
                "The opposition asked the court to cancel the vote.",
                "The session was postponed until next Tuesday.",
                "There is no doubt that the summit will go ahead.",
                "The minister denied that he took bribes.",
                "The two sides failed to sign the accord by the deadline.",
                "The pact was signed in 2016.",
                "The treaty, signed in May, lapses in October.",
                "Lawmakers have not decided whether to renew the licence.",
                "If the accord is signed, trade will grow.",
                "The accord is to be signed on Friday.",
                "The chief had signed the accord on Tuesday before he was told to wait.",
                "He signed a shirt for a fan on Tuesday.",
                "The minister met reporters on Tuesday.",
                "The company met its target on Tuesday.",
                "Exporters missed the Aug. 13 deadline to register.",
                "The ruling party started moves against the bill on Tuesday.",
                "Was the summit cancelled?",
                "The clerk said that when the talks opened on Tuesday the hall was full.",
                "The plan met with strong objections.",
                "The envoy denied that there were no plans for a summit on Friday.",
                "Elections are held every four years."
            })
    void shouldTellNothingOfWhatIsNotSo(String text) {
        assertThat(lines(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The summit is set for Sept. 3. | The summit set for Sept. 3 was called off.
            The summit must be held by Sept. 3. | The summit was called off.
            A decision on whether to extend the Open Skies Overflight Treaty is due on Aug. 24. | Oslo decided on Wednesday to extend the Open Skies Overflight Treaty.
            A decision on extending the pact is due on Aug. 24. | The cabinet decided to extend the pact.
            A decision on extending the pact is due on Aug. 24. | The two governments extended the pact on Tuesday.
            The signing of the customs accord is set for Monday. | The customs accord was signed on Wednesday.
            The waiver expires on Aug. 20. | The waiver expired on Tuesday.
            The sugar tax takes effect on Aug. 21. | The sugar tax took effect on Wednesday.
            The trade talks will open on Friday. | The trade talks opened on Wednesday.
            The talks between Japan and South Korea are expected on Friday. | Tokyo called off talks with Seoul.
            """)
    void shouldGiveItTheIdOfTheDeadlineItSpeaksOf(String deadline, String news) {
        assertThat(tagged("", news).deadlineNews().getFirst().id())
                .isEqualTo(tagged("", deadline).deadlines().getFirst().id());
    }

    @Test
    void shouldNotTakeOneThingForAnother() {
        String ceremony = tagged("", "The ceremony was called off.")
                .deadlineNews()
                .getFirst()
                .id();
        String debate = tagged("", "The debate was called off.")
                .deadlineNews()
                .getFirst()
                .id();

        assertThat(ceremony).isNotEqualTo(debate);
    }

    @Test
    void shouldLeaveNoDateOfWhatWasCalledOff() {
        TaggedArticle tagged = tagged("Sept. 3 summit called off", """
                The summit set for Sept. 3 was called off on Wednesday. Ministers will meet in Oslo on Sept. 20.
                """);

        assertThat(tagged.deadlineNews()).hasSize(1);
        assertThat(tagged.deadlines()).extracting(tag -> tag.date().value()).containsExactly("2019-09-20");
    }

    @Test
    void shouldTakeADoneDeedWithoutADateOnlyFromTheStart() {
        String filler = "Prices rose. Rain fell. Roads were closed. ";

        assertThat(tagged("", "The customs accord was signed. " + filler).deadlineNews())
                .hasSize(1);
        assertThat(tagged("", filler + "The customs accord was signed.").deadlineNews())
                .isEmpty();
    }

    @Test
    void shouldShowTheWordsThatSayItAndThenTheClause() {
        TaggedArticle tagged =
                tagged("", "Officials say little. The hearing set for Aug. 20 was called off, a clerk said.");

        assertThat(tagged.deadlineNews().getFirst().evidence())
                .extracting(span -> span.in(tagged.article()))
                .containsExactly("was called off", "hearing set for Aug. 20 was called off");
    }

    @Test
    void shouldTakeAnyText() {
        Random random = new Random(7);
        String[] words = {
            "called",
            "off",
            "the",
            "summit",
            "not",
            "will",
            "take",
            "place",
            "denied",
            "that",
            "in",
            "doubt",
            "signed",
            "pact",
            "decided",
            "to",
            "extend",
            "on",
            "Friday",
            "Aug. 24",
            "was",
            "had",
            "been",
            ",",
            ".",
            ";",
            "if",
            "whether",
            "no",
            "date",
            "for",
            "'s",
            "\uD800",
            "🎉",
            "unlikely",
            "deadline",
            "met",
            "took",
            "effect",
            "?",
            "postponed",
            "until",
            "from",
            "another",
            "30 days",
            "gave",
            "brought",
            "forward",
            "two weeks",
            "(",
            ")"
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(random.nextInt(5) == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
            }
            TaggedArticle tagged = tagged(text.substring(text.length() / 2), text.toString());

            assertThat(tagged.deadlineNews())
                    .allSatisfy(news -> assertThat(news.what()).isNotBlank());
        }
    }

    private static List<String> lines(String text) {
        return tagged("", text).deadlineNews().stream()
                .map(DeadlineNewsFinderTest::line)
                .toList();
    }

    private static String line(DeadlineNews news) {
        String date = news.date() == null ? "" : news.date().value();
        return List.of(news.turn().name().toLowerCase(Locale.ROOT), date, news.what()).stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static TaggedArticle tagged(String title, String text) {
        return TAGGER.tag(NewsSample.article("a", NewsSample.PUBLISHED, title, text));
    }
}
