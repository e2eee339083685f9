package io.dyadwire.processor.country;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Uses of a country's name that speak of something else.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>money</td><td>"fell against the Swiss franc", "US$40"</td></tr>
 * <tr><td>a language</td><td>"she spoke French", "in English."</td></tr>
 * <tr><td>a company called after a town</td><td>"Cambridge Medical Corp", "&lt;UK&gt;" as a ticker</td></tr>
 * <tr><td>a people elsewhere</td><td>"ethnic Albanian", "of Chinese descent", "Bosnian Serbs"</td></tr>
 * </table>
 */
final class OtherUses {
    private static final int COMPANY_NAME = 4;
    private static final String MONEY = "money";
    private static final String COMPANY = "part of a company's name";

    private final ContextWords words;

    OtherUses(ContextWords words) {
        this.words = words;
    }

    /** What it is instead, in words; null when it calls the country. */
    @Nullable
    String other(Tokens tokens, Sighting sighting) {
        if (isTicker(tokens, sighting)) {
            return "a company's ticker";
        }
        return switch (sighting.kind()) {
            case ADJECTIVE, DEMONYM -> {
                if (isMoney(tokens, sighting)) {
                    yield MONEY;
                }
                if (isLanguage(tokens, sighting)) {
                    yield "a language";
                }
                yield isPeople(tokens, sighting) ? "a people, not its state" : null;
            }
            case PLACE, CAPITAL -> isCompany(tokens, sighting) ? COMPANY : null;
            case NAME, OFFICIAL -> {
                if (isMoney(tokens, sighting)) {
                    yield MONEY;
                }
                yield sighting.has(NameFlag.PERSON) && isCompany(tokens, sighting) ? COMPANY : null;
            }
            case TERRITORY, HISTORIC, SEAT, LEADER -> null;
        };
    }

    private static boolean isTicker(Tokens tokens, Sighting sighting) {
        int end = tokens.end(sighting.last());
        var text = tokens.source();
        return tokens.before(sighting.first()) == '<' && end < text.length() && text.charAt(end) == '>';
    }

    private boolean isMoney(Tokens tokens, Sighting sighting) {
        int end = tokens.end(sighting.last());
        boolean sign = end < tokens.source().length() && tokens.source().charAt(end) == '$';
        int next = sighting.last() + 1;
        return sign
                || (next < tokens.count() && tokens.before(next) == '$' && tokens.allCaps(sighting.last()))
                || (ContextWords.joined(tokens, next) && words.at(tokens, next, words.currency));
    }

    /** The adjective alone after "in" or "speak": nothing follows that it could describe. */
    private boolean isLanguage(Tokens tokens, Sighting sighting) {
        if (sighting.kind() != MentionKind.ADJECTIVE) {
            return false;
        }
        int next = sighting.last() + 1;
        boolean alone = next >= tokens.count()
                || tokens.sentenceStart(next)
                || !ContextWords.joined(tokens, next)
                || words.at(tokens, next, words.function);
        return (alone && words.at(tokens, sighting.first() - 1, words.languageBefore))
                || (ContextWords.joined(tokens, next) && words.at(tokens, next, words.languageAfter));
    }

    private boolean isPeople(Tokens tokens, Sighting sighting) {
        int next = sighting.last() + 1;
        return words.at(tokens, sighting.first() - 1, words.ethnic)
                || (ContextWords.joined(tokens, next) && words.at(tokens, next, words.descent));
    }

    /** Capitalised words follow, and the last of them is what companies end in. */
    private boolean isCompany(Tokens tokens, Sighting sighting) {
        int last = sighting.last();
        for (int i = last + 1; i < Math.min(tokens.count(), last + 1 + COMPANY_NAME); i++) {
            if (!ContextWords.joined(tokens, i) && tokens.before(i) != '&') {
                return false;
            }
            if (words.at(tokens, i, words.company)) {
                return true;
            }
            if (!tokens.capital(i)) {
                return false;
            }
        }
        return false;
    }
}
