package io.dyadwire.processor.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTaggerTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final TopicTagger TAGGER = new TopicTagger(VOCABULARY, TopicBook.bundled());
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            export-controls           | Tokyo tightens export controls on chemicals
            sanctions                 | Ministers agree to lift sanctions on the bank
            tariffs                   | Government raises tariffs on steel
            trade-dispute             | Trade war with neighbour deepens
            trade-agreement           | Talks on free trade agreement resume
            boycott                   | Shoppers boycott imported beer
            semiconductors            | Shortage of semiconductors slows car plants
            energy-supply             | Gas supplies through the pipeline are cut off
            intelligence-sharing      | Seoul to end intelligence-sharing pact
            espionage                 | Two held on charges of spying
            defence-alliance          | Mutual defence treaty is up for renewal
            military-exercise         | Navies begin joint exercise off the coast
            military-deployment       | Parliament votes to withdraw troops
            missile-test              | North fires ballistic missile into the sea
            nuclear-weapons           | Inspectors find enriched uranium
            arms-sales                | Cabinet approves arms sales to ally
            armed-conflict            | Airstrike kills rebels near the front line
            border-clash              | Jets scrambled after airspace violation
            ceasefire                 | Truce holds for a second day
            peace-talks               | Peace talks to resume in Geneva
            terrorism                 | Suicide bomber attacks market
            cyber-attack              | Hackers take down ministry's network
            coup                      | Soldiers announce coup on television
            summit                    | Leaders to hold summit next month
            diplomatic-protest        | Foreign ministry summons the ambassador
            treaty                    | Two countries ratify border treaty
            territorial-dispute       | Both claim sovereignty over disputed islands
            foreign-aid               | Donors pledge humanitarian aid
            international-organisation | Security Council votes on resolution
            forced-labour             | Families of forced labourers appeal
            compensation              | Court orders firm to pay compensation
            court-ruling              | Supreme court ruled against ministry
            extradition               | Judge blocks extradition of banker
            human-rights              | Report lists human rights abuses
            press-freedom             | Journalist detained over report on mine
            war-crimes                | Commander charged with war crimes
            election                  | Opposition wins general election
            government-crisis         | Prime minister loses no-confidence vote
            protest                   | Demonstrators march on parliament
            migration                 | Hundreds of asylum seekers rescued
            natural-disaster          | Earthquake shakes northern coast
            disease-outbreak          | Measles outbreak spreads to capital
            """)
    void shouldFindTheTopicInAHeadline(String topic, String headline) {
        assertThat(topics(headline, "")).contains(topic);
    }

    @Test
    void shouldHaveEveryTopicOfTheVocabulary() {
        var topics = TopicBook.bundled().queries();

        assertThat(topics).hasSize(42);
        assertThat(topics).extracting(TopicQuery::slug).doesNotHaveDuplicates();
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.iptc()).isNotEmpty().allMatch(id -> id.matches("200[0-9]{5}"));
            assertThat(topic.label()).isNotBlank();
            assertThat(topic.strong()).isNotEmpty();
        });
    }

    @Test
    void shouldNotCountHistory() {
        assertThat(topics("Old house opens", "The house was built in 1920. In 1944 an airstrike killed rebels nearby."))
                .isEmpty();
    }

    @Test
    void shouldNotTakeALongerNameForItsWords() {
        assertThat(topics("Retailers start price war", "The price war hurts margins."))
                .doesNotContain("armed-conflict");
    }

    @Test
    void shouldGiveTheWordsAsEvidence() {
        var document = Document.cut(Articles.article("Tokyo tightens Export Controls", ""), TOKENIZER);

        var tag = TAGGER.tag(document).getFirst();

        assertThat(tag.evidence())
                .extracting(span -> span.in(document.article()))
                .contains("Export Controls");
        assertThat(tag.score()).isBetween(0.5, 1.0);
    }

    private static List<String> topics(String title, String text) {
        return TAGGER.tag(Document.cut(Articles.article(title, text), TOKENIZER)).stream()
                .map(TopicTag::topic)
                .toList();
    }
}
