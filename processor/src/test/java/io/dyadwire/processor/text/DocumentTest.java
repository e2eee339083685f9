package io.dyadwire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Field;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private final Tokenizer tokenizer = new Tokenizer(new Vocabulary());

    @Test
    void shouldCutEachFieldByItself() {
        var document = Document.cut(Articles.article("Seoul leaves pact", "It said so. Tokyo regrets it."), tokenizer);

        assertThat(document.of(Field.TITLE).count()).isEqualTo(3);
        assertThat(document.of(Field.TEXT).sentences()).isEqualTo(2);
    }

    @Test
    void shouldPointWithSpansIntoTheArticle() {
        var document = Document.cut(Articles.article("", "Caf\u00e9 \ud83d\ude00 in South Korea's capital"), tokenizer);

        var span = document.span(Field.TEXT, 2, 3);

        assertThat(span.in(document.article())).isEqualTo("South Korea");
    }

    @Test
    void shouldCutAnEmptyField() {
        var document = Document.cut(Articles.article("Only a headline", ""), tokenizer);

        assertThat(document.text().count()).isZero();
    }
}
