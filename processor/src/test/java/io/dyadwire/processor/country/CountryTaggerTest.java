package io.dyadwire.processor.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTaggerTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final CountryTagger TAGGER = new CountryTagger(VOCABULARY);
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Japan will ask for more time.                                      | JPN
            The Republic of Korea signed.                                      | KOR
            South Korean officials met North Korean envoys.                    | KOR PRK
            The Kremlin denied it.                                             | RUS
            Seoul and Tokyo are talking.                                       | JPN KOR
            Soviet tanks rolled on.                                            | RUS
            The Democratic Republic of the Congo closed a crossing.            | COD
            Brazzaville recalled its envoy.                                    | COG
            Equatorial Guinea, Guinea-Bissau and Guinea sent teams.            | GIN GNB GNQ
            Papua New Guinea votes on Saturday.                                | PNG
            Nigeria warned Niger.                                              | NER NGA
            Kosovo raised the tax.                                             | XKX
            Cote d'Ivoire and Côte d'Ivoire are one.                           | CIV
            American Samoa has no vote.                                        | ASM
            Air China ordered forty jets.                                      | CHN
            Floods hit Townsville and Dortmund.                                | AUS DEU
            The U.S. and the UK agreed.                                        | GBR USA
            """)
    void shouldFindCountriesByEveryKindOfName(String text, String codes) {
        assertThat(codes("", text)).containsExactlyInAnyOrder(codes.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They carved the turkey and put away the fine china.",
                "Michael Jordan scored forty points.",
                "The Washington Post reported a rise in prices.",
                "Ships crossed the Indian Ocean.",
                "Ships crossed the South China Sea in a storm.",
                "Deutsche Bank cut jobs.",
                "Paris Hilton opened a hotel.",
                "It took some Dutch courage.",
                "Chad Smith, 34, was charged on Friday.",
                "Let us go, said the coach.",
                "The euro rose against the Swiss franc.",
                "She spoke French.",
                "Cambridge Medical Corp raised its dividend.",
                "Mayor Chuck Blair asked for sand.",
                "Jordan Reyes, 34, was charged on Friday.",
            })
    void shouldNotTakeWhatOnlyLooksLikeACountry(String text) {
        assertThat(codes("", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | 日本政府は韓国に抗議した。                                  | JPN KOR
            zh | 日本和韩国举行会谈。                                       | JPN KOR
            ko | 일본은 한국과 북한에 항의했다.                             | JPN KOR PRK
            ru | Россия обсудила с Китаем ситуацию в Индии.                 | CHN IND RUS
            ar | الصين واليابان                                             | CHN JPN
            es | Alemania y Estados Unidos firmaron con Corea del Sur.      | DEU KOR USA
            fr | La Corée du Nord menace l'Allemagne.                       | DEU PRK
            de | Die Türkei verhandelt mit Island.                          | ISL TUR
            pt | O Brasil venceu a Alemanha.                                | BRA DEU
            en | The storm passed an Island off Japan.                      | JPN
            """)
    void shouldFindCountriesInOtherLanguages(String language, String text, String codes) {
        var document = Document.cut(Articles.articleIn(language, text), TOKENIZER);

        assertThat(TAGGER.tag(document)).extracting(CountryTag::code).containsExactlyInAnyOrder(codes.split(" "));
    }

    @Test
    void shouldReadGeorgiaByTheCompanyItKeeps() {
        assertThat(codes("", "Voters in Georgia and Alabama lined up early. Atlanta was calm."))
                .containsExactly("USA");
        assertThat(codes("", "Georgia and Russia traded blame after shots near Tbilisi."))
                .containsExactlyInAnyOrder("GEO", "RUS");
    }

    @Test
    void shouldSeeATownInAStateAsNoCountry() {
        assertThat(codes("", "A fire burned down a mill in Lebanon, Ohio, on Monday."))
                .containsExactly("USA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Athens Police Department asked for help. A deputy of the county sheriff came.    | USA
            A Lebanon woman was named to the school board. County commissioners agreed.          | USA
            The mayor of Athens met the county commissioners of the region, a Greek paper said.  | GRC
            County commissioners approved the road.                                              | USA
            County commissioners in Kenya approved the road.                                     | KEN
            """)
    void shouldTellTownsFromThePlacesTheyAreCalledAfter(String text, String codes) {
        assertThat(codes("", text)).containsExactlyInAnyOrder(codes.split(" "));
    }

    @Test
    void shouldNotCountAPeopleElsewhereForItsCountry() {
        assertThat(codes("", "Police in Serbia held an ethnic Hungarian farmer."))
                .containsExactly("SRB");
        assertThat(codes("", "A baker of Chinese descent won the vote in Peru."))
                .containsExactly("PER");
    }

    @Test
    void shouldReadUsAsAPronounInAShoutedHeadline() {
        assertThat(codes("BANK TELLS CLIENTS TO GIVE US TIME", "")).isEmpty();
        assertThat(codes("US WARNS BANK", "")).containsExactly("USA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKYO (Kyodo) -- The pact is at risk.",
                "PARIS, Aug 3 (Reuters) - The pact is at risk.",
                "LONDON, Aug 3 - The pact is at risk."
            })
    void shouldNotCountTheDateline(String text) {
        assertThat(codes("", text)).isEmpty();
    }

    @Test
    void shouldTakeBareKoreaForTheSouthUnlessOnlyTheNorthIsNamed() {
        assertThat(codes("", "Korea will send a team.")).containsExactly("KOR");
        assertThat(codes("", "Pyongyang said Korea will answer.")).containsExactly("PRK");
    }

    @Test
    void shouldKnowLeadersByTheirTerm() {
        assertThat(codes("", "Pompeo backed the plan.")).containsExactly("USA");
        assertThat(codes(Instant.parse("1995-08-14T09:00:00Z"), "Pompeo backed the plan."))
                .isEmpty();
    }

    @Test
    void shouldLearnAnOfficialFromTheArticleItself() {
        var tags = tag(
                "Zuzana Mrkva wins vote",
                "Slovak Prime Minister Zuzana Mrkva won. Later Mrkva met reporters, and Mrkva smiled.");

        assertThat(tags).extracting(CountryTag::code).containsExactly("SVK");
        assertThat(tags.getFirst().mentions())
                .filteredOn(mention -> mention.kind() == MentionKind.LEADER)
                .extracting(Mention::text)
                .containsOnly("Mrkva")
                .hasSizeGreaterThan(2);
    }

    @Test
    void shouldTellWhatTheArticleIsAboutFromWhatItMentions() {
        var tags = tag(
                "Japan tightens rules",
                "Japan tightened its rules on Monday. Japan gave no reason. Officials in Tokyo met. Critics pointed to"
                        + " a Brazilian analyst.");

        assertThat(tags).extracting(CountryTag::code).containsExactly("JPN", "BRA");
        assertThat(tags).extracting(CountryTag::role).containsExactly(Role.ABOUT, Role.MENTIONED);
        assertThat(tags.getFirst().salience()).isGreaterThan(tags.getLast().salience());
    }

    @Test
    void shouldGiveEachMentionAsItStands() {
        var mentions =
                tag("", "The Kremlin and Russian banks agreed.").getFirst().mentions();

        assertThat(mentions).extracting(Mention::text).containsExactly("Kremlin", "Russian");
        assertThat(mentions).extracting(Mention::kind).containsExactly(MentionKind.SEAT, MentionKind.ADJECTIVE);
    }

    private static List<CountryTag> tag(String title, String text) {
        return TAGGER.tag(
                Document.cut(Articles.article(title.isEmpty() && text.isEmpty() ? "-" : title, text), TOKENIZER));
    }

    private static List<String> codes(String title, String text) {
        return tag(title, text).stream().map(CountryTag::code).toList();
    }

    private static List<String> codes(Instant published, String text) {
        return TAGGER.tag(Document.cut(Articles.article(published, "", text), TOKENIZER)).stream()
                .map(CountryTag::code)
                .toList();
    }
}
