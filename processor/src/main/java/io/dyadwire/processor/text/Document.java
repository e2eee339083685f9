package io.dyadwire.processor.text;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;

/**
 * An article and its two fields cut into tokens. Offsets of the tokens are UTF-16 code units into the field, so a span
 * made here is valid in the article.
 */
public record Document(Article article, Tokens title, Tokens text) {

    /** Cuts both fields once. */
    public static Document cut(Article article, Tokenizer tokenizer) {
        return new Document(article, tokenizer.cut(article.title()), tokenizer.cut(article.text()));
    }

    public Tokens of(Field field) {
        return switch (field) {
            case TITLE -> title;
            case TEXT -> text;
        };
    }

    /** The characters from one token to another, both included. */
    public Span span(Field field, int firstToken, int lastToken) {
        var tokens = of(field);
        return new Span(field, tokens.start(firstToken), tokens.end(lastToken));
    }
}
