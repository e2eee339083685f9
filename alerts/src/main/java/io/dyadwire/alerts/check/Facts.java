package io.dyadwire.alerts.check;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of an article beside its words, told for the part of a rule that asks for it. Pure. */
final class Facts {
    private static final int MOST = 8;

    private final TaggedArticle tagged;
    private final Article article;

    Facts(TaggedArticle tagged) {
        this.tagged = tagged;
        this.article = tagged.article();
    }

    /** The words of the article that gave it what is asked for; none where it is not in the words. */
    List<Span> proof(Query fact) {
        return switch (fact) {
            case Query.Has has
            when has.field() == QueryField.COUNTRY ->
                country(has.value()).stream()
                        .flatMap(tag -> tag.mentions().stream())
                        .map(Mention::span)
                        .toList();
            case Query.Has has
            when has.field() == QueryField.PAIR ->
                pair(has.value()).stream()
                        .flatMap(tag -> tag.evidence().stream())
                        .toList();
            case Query.Has has
            when has.field() == QueryField.TOPIC ->
                topic(has.value()).stream()
                        .flatMap(tag -> tag.evidence().stream())
                        .toList();
            case Query.Due due ->
                tagged.deadlines().stream()
                        .filter(tag ->
                                due.to() == null || !tag.date().firstDay().isAfter(due.to()))
                        .filter(tag ->
                                due.from() == null || !tag.date().lastDay().isBefore(due.from()))
                        .map(tag -> tag.evidence().getFirst())
                        .toList();
            default -> List.of();
        };
    }

    /** How it stands with what is asked for, above all where it is not there; null when the part says it all. */
    @Nullable
    String note(Query fact, boolean holds) {
        return switch (fact) {
            case Query.Has has -> value(has, holds);
            case Query.Due due ->
                tagged.deadlines().isEmpty()
                        ? "nothing is due in it"
                        : "due in it: "
                                + listed(tagged.deadlines().stream()
                                        .map(tag -> tag.date().toString())
                                        .toList());
            case Query.Salience salience -> saliences();
            case Query.Matches matches -> null;
            default -> null;
        };
    }

    private @Nullable String value(Query.Has has, boolean holds) {
        return switch (has.field()) {
            case COUNTRY -> holds ? salience(has.value()) : noCountry(has.value());
            case PAIR -> holds ? strength(has.value()) : noPair(new Pair(has.value()));
            case TOPIC -> holds ? score(has.value()) : noTopic();
            case SOURCE -> holds ? null : "its source is " + article.feedId();
            case LANGUAGE -> holds ? null : isOr("its language", article.language());
            case PUBLISHER -> holds ? null : isOr("its publisher", article.publisher());
            case AUTHOR -> holds ? null : areOr("its authors", article.authors());
            case CATEGORY -> holds ? null : areOr("its categories", article.categories());
            case URL -> holds ? null : isOr("its address", article.url());
            case TITLE, TEXT, DEADLINE, SALIENCE -> null;
        };
    }

    private String noCountry(String code) {
        Optional<CountryTag> mentioned = country(code);
        if (mentioned.isPresent()) {
            Mention first = mentioned.get().mentions().getFirst();
            return "only mentioned ('" + first.text() + "'), not what it is about; it is about " + about();
        }
        return "not in it; it is about " + about();
    }

    private String noPair(Pair pair) {
        boolean first = country(pair.first()).isPresent();
        boolean second = country(pair.second()).isPresent();
        String pairs = tagged.pairs().isEmpty()
                ? "it has no pairs"
                : "its pairs are "
                        + listed(tagged.pairs().stream()
                                .map(tag -> tag.pair().value())
                                .toList());
        if (first && second) {
            return "both countries are in it, but it reports nothing between the two; " + pairs;
        }
        String there = first ? "only " + pair.first() + " is in it" : "only " + pair.second() + " is in it";
        return (first || second ? there : "neither country is in it") + "; " + pairs;
    }

    private String noTopic() {
        return "not one of its topics: "
                + (tagged.topics().isEmpty()
                        ? "it has none"
                        : listed(tagged.topics().stream()
                                .map(tag -> tag.topic() + " " + number(tag.score()))
                                .toList()));
    }

    private @Nullable String salience(String code) {
        return country(code).map(tag -> "salience " + number(tag.salience())).orElse(null);
    }

    private @Nullable String strength(String pair) {
        return pair(pair)
                .map(tag -> "salience " + number(tag.salience()) + (tag.main() ? ", what it is chiefly about" : ""))
                .orElse(null);
    }

    private @Nullable String score(String topic) {
        return topic(topic).map(tag -> "score " + number(tag.score())).orElse(null);
    }

    private String saliences() {
        String countries = tagged.countries().stream()
                .filter(tag -> tag.role() == Role.ABOUT)
                .limit(MOST)
                .map(tag -> tag.code() + " " + number(tag.salience()))
                .collect(Collectors.joining(", "));
        String pairs = tagged.pairs().stream()
                .limit(MOST)
                .map(tag -> tag.pair() + " " + number(tag.salience()))
                .collect(Collectors.joining(", "));
        return "salience: " + (countries.isEmpty() ? "no country" : countries) + (pairs.isEmpty() ? "" : "; " + pairs);
    }

    private String about() {
        List<String> codes = tagged.countries().stream()
                .filter(tag -> tag.role() == Role.ABOUT)
                .map(CountryTag::code)
                .toList();
        return codes.isEmpty() ? "no country" : listed(codes);
    }

    private Optional<CountryTag> country(String code) {
        return tagged.countries().stream()
                .filter(tag -> tag.code().equals(code))
                .findFirst();
    }

    private Optional<PairTag> pair(String pair) {
        return tagged.pairs().stream()
                .filter(tag -> tag.pair().value().equals(pair))
                .findFirst();
    }

    private Optional<TopicTag> topic(String slug) {
        return tagged.topics().stream().filter(tag -> tag.topic().equals(slug)).findFirst();
    }

    private static String isOr(String what, @Nullable Object value) {
        return value == null ? what + " is not known" : what + " is " + value;
    }

    private static String areOr(String what, List<String> values) {
        return values.isEmpty() ? what + " are not known" : what + " are " + listed(values);
    }

    private static String listed(Collection<String> values) {
        String first = values.stream().limit(MOST).collect(Collectors.joining(", "));
        return values.size() <= MOST ? first : first + " and " + (values.size() - MOST) + " more";
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
