package io.dyadwire.processor.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.country.CountryTagger;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairTaggerTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final CountryTagger COUNTRIES = new CountryTagger(VOCABULARY);
    private static final PairTagger PAIRS = new PairTagger(VOCABULARY);
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Talks between Japan and South Korea will go on.                     | JPN-KOR
            Japan-South Korea ties are at a low.                                | JPN-KOR
            China accused Australia of dumping.                                 | AUS-CHN
            Poland and Lithuania signed a treaty on rivers.                     | LTU-POL
            France extradited a banker to Brazil.                               | BRA-FRA
            Norway will supply gas to Poland, a Danish official said.           | NOR-POL
            Norway will supply gas to Poland, according to Denmark.             | NOR-POL
            Chile accused Bolivia of arming rebels who crossed into Paraguay.   | BOL-CHL
            Kenya, a close ally of Britain, attacked Somalia.                   | KEN-SOM
            Envoys of the two Koreas shook hands.                               | KOR-PRK
            """)
    void shouldRelateTheTwoOfWhichOneActsOnTheOther(String text, String pair) {
        assertThat(pairs("", text)).containsExactly(pair);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norway expelled Danes. Sweden, whose envoy was told first, protested.     | DNK-NOR NOR-SWE
            A flood hit Nepal. Italy and France offered help.                         | ITA-NPL FRA-NPL
            A flood hit Nepal. Rebels backed by India took a bridge.                  | IND-NPL
            Peru shut its ports. It recalled its envoy to Chile.                      | CHL-PER
            Peru shut its ports. The country signed a treaty with Chile.              | CHL-PER
            Kenya sent Uganda a note and warned Sudan.                                | KEN-UGA KEN-SDN
            China said Germany should keep out.                                       | CHN-DEU
            Norway gave Poland gas after four years of talks.                         | NOR-POL
            Kenya is in a force with Uganda and Sudan that fights rebels.             | KEN-UGA KEN-SDN
            """)
    void shouldRelateThoseThatTakePart(String text, String pairs) {
        assertThat(pairs("", text)).containsExactlyInAnyOrder(pairs.split(" "));
    }

    @Test
    void shouldTakeTheTwoForThoseThatStoodTogether() {
        var document = document("Egypt and Sudan press Ethiopia", "The two countries fear for their water.");

        assertThat(PAIRS.explain(document, COUNTRIES.tag(document)))
                .filteredOn(verdict -> verdict.reason() == PairReason.BOTH)
                .extracting(verdict -> verdict.pair().value())
                .containsExactly("EGY-SDN");
        assertThat(tag("Peru and Chile hold talks", "Trade between the two fell.")
                        .getFirst()
                        .evidence())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unemployment rose in Spain, Portugal, Greece and Malta.",
                "Rain fell in Kenya. Ghana stayed dry.",
                "Argentina banned a firm whose owner had fled after a dispute in Peru.",
                "Japan raised its forecast.",
                "Gunmen shot at a post on Tajikistan's border with Uzbekistan.",
                "Rain fell on Kenya as talks went on; Ghana stayed dry.",
                "A flood hit Nepal. A Danish analyst called it a warning.",
                "A flood hit Nepal. Their rivals want Peru and Chile to help."
            })
    void shouldNotPairCountriesThatAreOnlyListed(String text) {
        assertThat(pairs("", text)).isEmpty();
    }

    @Test
    void shouldPairAllThatMeetAtOneTable() {
        assertThat(pairs("", "Leaders of Brazil, Peru, Chile and Colombia met on Monday."))
                .containsExactlyInAnyOrder("BRA-PER", "BRA-CHL", "BRA-COL", "CHL-PER", "COL-PER", "CHL-COL");
        assertThat(pairs("", "Norway's foreign minister met his Finnish and Swedish counterparts."))
                .containsExactlyInAnyOrder("FIN-NOR", "NOR-SWE", "FIN-SWE");
    }

    @Test
    void shouldTakeAReactionAsTowardsWhatTheArticleIsAbout() {
        assertThat(pairs(
                        "Quake hits Nepal",
                        "A quake hit Nepal on Monday. India sent tents, and China offered doctors."))
                .containsExactlyInAnyOrder("IND-NPL", "CHN-NPL");
    }

    @Test
    void shouldReadBothCountriesAsThoseOfTheSentenceBefore() {
        var text = "Peru accused Chile of overfishing. ";

        assertThat(tag("", text + "The two countries will hold talks.")
                        .getFirst()
                        .salience())
                .isGreaterThan(
                        tag("", text + "The weather will hold.").getFirst().salience());
    }

    @Test
    void shouldCountThePartiesOfAPairAsWhatTheArticleIsAbout() {
        var document = document(
                "Rain in Malta",
                "Rain fell in Malta. It fell all day. More will come. Nobody was hurt. Schools were shut. Boats stayed in."
                        + " The talks between Egypt and Sudan were put off.");
        var countries = COUNTRIES.tag(document);

        var about = PairTagger.withParties(countries, PAIRS.tag(document, countries)).stream()
                .filter(country -> country.role() == Role.ABOUT)
                .map(CountryTag::code);

        assertThat(about).containsExactlyInAnyOrder("MLT", "EGY", "SDN");
    }

    @Test
    void shouldTakeASharedLandForNoParty() {
        assertThat(pairs("", "Japan ended its rule of the Korean Peninsula. South Korea and North Korea are apart."))
                .doesNotContain("JPN-PRK", "JPN-KOR");
    }

    @Test
    void shouldMarkWhatTheArticleIsChieflyAbout() {
        var tags = tag(
                "Japan and South Korea trade blame over export controls",
                "Japan accused South Korea of breaking an agreement. South Korea rejected the charge and said Japan"
                        + " threatens trade. The dispute between Japan and South Korea worries the United States.");

        assertThat(tags.getFirst().pair().value()).isEqualTo("JPN-KOR");
        assertThat(tags.getFirst().main()).isTrue();
        assertThat(tags)
                .filteredOn(tag -> !tag.pair().value().equals("JPN-KOR"))
                .noneMatch(PairTag::main);
    }

    @Test
    void shouldNotMakeAHostChiefBesideThoseWhoMeet() {
        var tags = tag(
                "Oman hosts talks of Libya and Malta",
                "Libya and Malta agreed on Monday to free each other's sailors at talks hosted by Oman.");

        assertThat(tags).extracting(tag -> tag.pair().value()).contains("LBY-OMN", "LBY-MLT");
        assertThat(tags)
                .filteredOn(PairTag::main)
                .extracting(tag -> tag.pair().value())
                .containsExactly("LBY-MLT");
    }

    @Test
    void shouldNotMakeChiefWhatALongArticleOnlyTouches() {
        String life = "The mayor opened a school. Children sang songs. The road will be mended. A bridge was painted. ";
        String touch = "Peru praised Chile. ";

        assertThat(tag("Life in Peru", life + touch + life + "Peru thanked Chile. " + life))
                .noneMatch(PairTag::main);
        assertThat(tag("Life in Peru", touch + life + life)).allMatch(PairTag::main);
        assertThat(tag("Peru and Chile", life + touch + life + touch + life + touch))
                .allMatch(PairTag::main);
    }

    @Test
    void shouldGiveTheSentenceAsEvidence() {
        var document = document("", "It rained. China accused Australia of dumping. It rained again.");

        var tags = PAIRS.tag(document, COUNTRIES.tag(document));

        assertThat(tags.getFirst().evidence())
                .extracting(span -> span.in(document.article()))
                .containsExactly("China accused Australia of dumping.");
    }

    @Test
    void shouldGiveBothSentencesAsEvidenceWhereOneLeansOnTheOther() {
        var document = document("Quake hits Nepal", "A quake hit Nepal on Monday. India sent tents.");

        var tags = PAIRS.tag(document, COUNTRIES.tag(document));

        assertThat(tags.getFirst().evidence())
                .extracting(span -> span.in(document.article()))
                .containsExactly("A quake hit Nepal on Monday.", "India sent tents.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Japan tightened export controls on South Korea.                           | JPN | KOR
            South Korea was sharply criticised by Japan.                              | JPN | KOR
            Beijing, criticised by Canberra, kept silent.                             | AUS | CHN
            Brazil and Chile urged Peru to hold talks.                                | BRA | PER
            Sanctions imposed by Libya on Sudan took effect.                          | LBY | SDN
            Kenya's ban on Ugandan maize took effect.                                 | KEN | UGA
            The Norwegian prime minister, Kari Lund, visited Poland.                  | NOR | POL
            Turkey is threatening to expel the Dutch ambassador.                      | TUR | NLD
            """)
    void shouldSayWhoActsOnWhom(String text, String from, String to) {
        assertThat(tag("", text))
                .filteredOn(tag -> tag.pair().has(from) && tag.pair().has(to))
                .singleElement()
                .satisfies(tag -> {
                    assertThat(tag.from()).isEqualTo(from);
                    assertThat(tag.to()).isEqualTo(to);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Talks between Japan and South Korea will go on.",
                "Japan will hold talks with South Korea.",
                "Poland and Lithuania signed a treaty.",
                "A Swedish reporter was arrested in Eritrea.",
                "Norway found the attack justified and Swedish claims absurd.",
                "Mexico closed the road along its U.S. border.",
                "After Kenya's ban on maize, Uganda recalled its envoy.",
                "Japan accused South Korea of fraud. South Korea accused Japan of theft."
            })
    void shouldNameNoActorWhereBothActOrItIsNotPlain(String text) {
        assertThat(tag("", text)).allSatisfy(tag -> {
            assertThat(tag.from()).isNull();
            assertThat(tag.to()).isNull();
        });
    }

    @Test
    void shouldSayWhyTwoAreAPairOrNone() {
        var document = document(
                "Chile accuses Bolivia",
                "Chile accused Bolivia of arming rebels. Rain fell in Peru, Ecuador and Chile. Peru praised Bolivia.");
        var countries = COUNTRIES.tag(document);

        var verdicts = PAIRS.explain(document, countries);

        assertThat(verdicts)
                .extracting(verdict -> verdict.pair().value(), PairVerdict::outcome, PairVerdict::reason)
                .contains(
                        tuple("BOL-CHL", PairVerdict.Outcome.MAIN, PairReason.ACT),
                        tuple("BOL-PER", PairVerdict.Outcome.GIVEN, PairReason.ACT),
                        tuple("CHL-ECU", PairVerdict.Outcome.DROPPED, PairReason.LISTED),
                        tuple("BOL-ECU", PairVerdict.Outcome.DROPPED, PairReason.APART));
        assertThat(verdicts.stream().filter(verdict -> verdict.outcome() != PairVerdict.Outcome.DROPPED))
                .extracting(PairVerdict::pair)
                .containsExactlyElementsOf(PAIRS.tag(document, countries).stream()
                        .map(PairTag::pair)
                        .toList());
        assertThat(verdicts.getFirst().sentence().in(document.article())).isEqualTo("Chile accuses Bolivia");
    }

    private static Document document(String title, String text) {
        return Document.cut(Articles.article(title, text), TOKENIZER);
    }

    private static List<PairTag> tag(String title, String text) {
        var document = document(title, text);
        return PAIRS.tag(document, COUNTRIES.tag(document));
    }

    private static List<String> pairs(String title, String text) {
        return tag(title, text).stream().map(tag -> tag.pair().value()).toList();
    }
}
