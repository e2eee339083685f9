package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.processor.text.Document;
import java.util.Locale;

/**
 * How much one mention says that the article is about the country: most in the headline, much in the opening, less in the
 * body, where one mention alone is in passing.
 */
final class Weigher {
    private static final double OPENING_SHARE = 0.15;
    private static final double PLACE = 0.6;
    private static final double PASSING = 0.1;
    private static final double ABOUT = 1.2;
    private static final double ALONE = 0.7;

    private enum Place {
        TITLE("in the headline", 3),
        FIRST_SENTENCE("in the first sentence", 2),
        SECOND_SENTENCE("in the second sentence", 1.5),
        OPENING("in the opening", 1.2),
        BODY("in the body", 0.8);

        private final String words;
        private final double weight;

        Place(String words, double weight) {
            this.words = words;
            this.weight = weight;
        }
    }

    private final ContextWords words;

    Weigher(ContextWords words) {
        this.words = words;
    }

    double weigh(Document document, Sighting sighting) {
        double weight = place(document, sighting).weight * (sighting.kind() == MentionKind.PLACE ? PLACE : 1);
        return isPassing(document, sighting) || isShared(sighting) ? weight * PASSING : weight;
    }

    /** The same in words: {@code capital, in the headline: 3.0}. */
    String why(Document document, Sighting sighting) {
        String less = isPassing(document, sighting)
                ? ", somebody's nationality in passing"
                : isShared(sighting) ? ", land of several" : "";
        return String.format(
                Locale.ROOT,
                "%s, %s%s: %.2f",
                sighting.kind().name().toLowerCase(Locale.ROOT),
                place(document, sighting).words,
                less,
                weigh(document, sighting));
    }

    private static boolean isShared(Sighting sighting) {
        return sighting.kind() == MentionKind.TERRITORY && sighting.readings().size() > 1;
    }

    private static Place place(Document document, Sighting sighting) {
        if (sighting.field() == Field.TITLE) {
            return Place.TITLE;
        }
        int sentence = document.text().sentenceOf(sighting.first());
        boolean opening = sentence <= OPENING_SHARE * document.text().sentences();
        return switch (sentence) {
            case 0 -> Place.FIRST_SENTENCE;
            case 1 -> Place.SECOND_SENTENCE;
            default -> opening ? Place.OPENING : Place.BODY;
        };
    }

    /** "A German tourist said": the nationality of somebody who is not the news. */
    private boolean isPassing(Document document, Sighting sighting) {
        return sighting.field() == Field.TEXT
                && sighting.kind() == MentionKind.ADJECTIVE
                && words.at(document.text(), sighting.last() + 1, words.personNoun);
    }

    /** @param alone whether no other country is named */
    static Role role(double weight, boolean alone) {
        return weight >= bar(alone) ? Role.ABOUT : Role.MENTIONED;
    }

    private static double bar(boolean alone) {
        return alone ? ALONE : ABOUT;
    }

    /** Role and salience in words. */
    static String why(double weight, double most, boolean alone) {
        return String.format(
                Locale.ROOT,
                "%s: weight %.2f in all, about from %.1f on%s; salience %.2f",
                role(weight, alone).name().toLowerCase(Locale.ROOT),
                weight,
                bar(alone),
                alone ? " where no other is named" : "",
                salience(weight, most));
    }

    /** Half by how much is said of it, half by its share beside the country most spoken of. */
    static double salience(double weight, double most) {
        double amount = weight / (weight + 4);
        return Math.min(1, (amount + weight / most) / 2);
    }
}
