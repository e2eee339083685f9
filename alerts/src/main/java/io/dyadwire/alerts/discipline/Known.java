package io.dyadwire.alerts.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.article.ArticleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a group knows of one story.
 *
 * @param articles those that it was told by, or is to be
 * @param sources articles that told nothing new, oldest first
 * @param lastAlert the newest alert that tells of it
 */
record Known(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> facts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ArticleId> articles,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AlertArticle> sources,
        @Nullable AlertId lastAlert,
        Instant lastSeen) {
    private static final int MAX_FACTS = 200;
    private static final int MAX_SOURCES = 20;

    Known {
        facts = Check.list("facts", facts);
        articles = Check.list("articles", articles);
        sources = Check.list("sources", sources);
    }

    static Known nothing(Instant at) {
        return new Known(List.of(), List.of(), List.of(), null, at);
    }

    /** How many things it knows. */
    int size() {
        return 3 + facts.size() + articles.size() + 3 * sources.size();
    }

    /** The facts among these that it does not know. */
    List<String> newOf(List<String> others) {
        return others.stream().filter(fact -> !facts.contains(fact)).distinct().toList();
    }

    Known with(List<String> others, @Nullable AlertArticle article, Instant at) {
        Set<String> all = new LinkedHashSet<>(facts);
        all.addAll(others);
        List<ArticleId> told = new ArrayList<>(articles);
        if (article != null && !told.contains(article.id())) {
            told.add(article.id());
        }
        return new Known(newest(List.copyOf(all), MAX_FACTS), newest(told, MAX_SOURCES), sources, lastAlert, at);
    }

    /** With another outlet that tells the same; nothing changes where it is known. */
    Known withSource(@Nullable AlertArticle article, Instant at) {
        boolean known = article == null
                || articles.contains(article.id())
                || sources.stream().anyMatch(source -> source.id().equals(article.id()));
        if (known || sources.size() >= MAX_SOURCES) {
            return new Known(facts, articles, sources, lastAlert, at);
        }
        List<AlertArticle> more = new ArrayList<>(sources);
        more.add(article);
        return new Known(facts, articles, more, lastAlert, at);
    }

    Known told(AlertId alert) {
        return new Known(facts, articles, sources, alert, lastSeen);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(all.size() - most, all.size());
    }
}
