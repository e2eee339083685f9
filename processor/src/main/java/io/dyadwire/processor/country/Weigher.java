package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.processor.text.Document;

/**
 * How much one mention says that the article is about the country: most in the headline, much in the opening, less in the
 * body, where one mention alone is in passing.
 */
final class Weigher {
    private static final double TITLE = 3;
    private static final double FIRST_SENTENCE = 2;
    private static final double SECOND_SENTENCE = 1.5;
    private static final double OPENING = 1.2;
    private static final double BODY = 0.8;
    private static final double OPENING_SHARE = 0.15;
    private static final double PLACE = 0.6;
    private static final double PASSING = 0.1;
    private static final double ABOUT = 1.2;
    private static final double ALONE = 0.7;

    private final ContextWords words;

    Weigher(ContextWords words) {
        this.words = words;
    }

    double weigh(Document document, Sighting sighting) {
        double weight = place(document, sighting) * (sighting.kind() == MentionKind.PLACE ? PLACE : 1);
        boolean shared =
                sighting.kind() == MentionKind.TERRITORY && sighting.readings().size() > 1;
        return isPassing(document, sighting) || shared ? weight * PASSING : weight;
    }

    private static double place(Document document, Sighting sighting) {
        if (sighting.field() == Field.TITLE) {
            return TITLE;
        }
        int sentence = document.text().sentenceOf(sighting.first());
        boolean opening = sentence <= OPENING_SHARE * document.text().sentences();
        return switch (sentence) {
            case 0 -> FIRST_SENTENCE;
            case 1 -> SECOND_SENTENCE;
            default -> opening ? OPENING : BODY;
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
        return weight >= ABOUT || (alone && weight >= ALONE) ? Role.ABOUT : Role.MENTIONED;
    }

    /** Half by how much is said of it, half by its share beside the country most spoken of. */
    static double salience(double weight, double most) {
        double amount = weight / (weight + 4);
        return Math.min(1, (amount + weight / most) / 2);
    }
}
