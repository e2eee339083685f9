package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.query.Document;
import io.dyadwire.matcher.query.QueryField;
import io.dyadwire.matcher.text.Tokenizer;

/** What rules are asked of: the words of an article or a deadline, with what is known beside them. */
final class Documents {
    private Documents() {}

    /** Countries are those that the article is about. */
    static Document of(TaggedArticle tagged, CutText words) {
        Article article = tagged.article();
        Document document = new Document(words.title(), words.text());
        tagged.countries().stream()
                .filter(country -> country.role() == Role.ABOUT)
                .forEach(country -> document.with(QueryField.COUNTRY, country.code(), country.salience()));
        for (PairTag pair : tagged.pairs()) {
            document.with(QueryField.PAIR, pair.pair().toString(), pair.salience());
        }
        for (TopicTag topic : tagged.topics()) {
            document.with(QueryField.TOPIC, topic.topic());
        }
        for (DeadlineTag deadline : tagged.deadlines()) {
            document.due(deadline.date().firstDay(), deadline.date().lastDay());
        }
        document.with(QueryField.SOURCE, article.feedId());
        document.at(article.url() == null ? null : article.url().toString());
        if (article.language() != null) {
            document.with(QueryField.LANGUAGE, article.language());
        }
        if (article.publisher() != null) {
            document.with(QueryField.PUBLISHER, article.publisher());
        }
        article.authors().forEach(author -> document.with(QueryField.AUTHOR, author));
        article.categories().forEach(category -> document.with(QueryField.CATEGORY, category));
        return document;
    }

    /** A deadline is about the countries of its pairs; its words are what is due, and a statement's title and quote. */
    static Document of(Deadline deadline, DeadlineStatement statement, Tokenizer tokenizer) {
        String text = deadline.what() + ".\n\n" + statement.quote();
        Document document = new Document(tokenizer.cut(statement.title()), tokenizer.cut(text));
        for (Pair pair : deadline.pairs()) {
            document.with(QueryField.PAIR, pair.toString());
            document.with(QueryField.COUNTRY, pair.first());
            document.with(QueryField.COUNTRY, pair.second());
        }
        deadline.topics().forEach(topic -> document.with(QueryField.TOPIC, topic));
        document.due(deadline.date().firstDay(), deadline.date().lastDay());
        document.with(QueryField.PUBLISHER, statement.publisher());
        return document.at(statement.url() == null ? null : statement.url().toString());
    }
}
