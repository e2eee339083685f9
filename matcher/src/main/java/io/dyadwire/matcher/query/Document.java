package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What queries are asked of: the words of a title and a text, and what is known of the article beside them. Not
 * thread-safe while it is put together.
 */
public final class Document {
    /** Longer addresses are noise, and an expression is run over the whole. UTF-16 units. */
    private static final int LONGEST_ADDRESS = 2_000;

    private final Tokens title;
    private final Tokens text;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Stretch> due = new ArrayList<>();
    private String url = "";

    /** A value of a field, as it is written in the vocabulary; {@code weight}: its salience. */
    record Fact(String term, double weight) {}

    /** From the one day to the other, both included. */
    record Stretch(LocalDate first, LocalDate last) {}

    /** Texts must be cut with the vocabulary of the index that is asked, after its queries were put in. */
    public Document(Tokens title, Tokens text) {
        this.title = title;
        this.text = text;
    }

    /** Says a value of a field; one that no query could write is left out. */
    public Document with(QueryField field, String value) {
        return with(field, value, 1);
    }

    /** The same for a country or pair, with how much of the article it fills, 0 to 1. */
    public Document with(QueryField field, String value, double salience) {
        try {
            facts.add(new Fact(term(field, FieldValue.of(field, value)), salience));
        } catch (IllegalArgumentException e) {
            return this;
        }
        if (field == QueryField.LANGUAGE && value.indexOf('-') > 0) {
            facts.add(new Fact(term(field, FieldValue.of(field, value.substring(0, value.indexOf('-')))), salience));
        }
        return this;
    }

    /** Says where it was published, with the domains and folders above. */
    public Document at(@Nullable String address) {
        if (address == null || address.length() > LONGEST_ADDRESS) {
            return this;
        }
        url = address;
        String bare = FieldValue.address(address);
        int slash = bare.indexOf('/');
        String host = slash < 0 ? bare : bare.substring(0, slash);
        facts.add(new Fact(term(QueryField.URL, host), 1));
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            facts.add(new Fact(term(QueryField.URL, host.substring(dot + 1)), 1));
        }
        for (int end = slash < 0 ? -1 : bare.indexOf('/', slash + 1); end > 0; end = bare.indexOf('/', end + 1)) {
            facts.add(new Fact(term(QueryField.URL, bare.substring(0, end)), 1));
        }
        if (slash >= 0) {
            facts.add(new Fact(term(QueryField.URL, bare), 1));
        }
        return this;
    }

    /** Says that something is due on one of these days. */
    public Document due(LocalDate first, LocalDate last) {
        if (due.isEmpty()) {
            facts.add(new Fact(SOMETHING_DUE, 1));
        }
        due.add(new Stretch(first, last));
        return this;
    }

    /** No word of a text has a colon, so that values and words share one vocabulary. */
    static String term(QueryField field, String value) {
        return field.written() + ":" + value;
    }

    static final String SOMETHING_DUE = term(QueryField.DEADLINE, "*");

    Tokens title() {
        return title;
    }

    Tokens text() {
        return text;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Stretch> due() {
        return due;
    }

    String url() {
        return url;
    }
}
