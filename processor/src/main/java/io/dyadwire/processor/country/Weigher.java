package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.processor.text.Document;

/** How much one mention says that the article is about the country: more in the headline and first sentences. */
final class Weigher {
    private static final double TITLE = 3;
    private static final double FIRST_SENTENCE = 2;
    private static final double SECOND_SENTENCE = 1.5;
    private static final double PLACE = 0.6;
    private static final double PASSING = 0.25;
    private static final double ABOUT_SHARE = 0.12;
    private static final double ABOUT_WEIGHT = 1.4;

    private final ContextWords words;

    Weigher(ContextWords words) {
        this.words = words;
    }

    double weigh(Document document, Sighting sighting) {
        double weight = place(document, sighting) * (sighting.kind() == MentionKind.PLACE ? PLACE : 1);
        return isPassing(document, sighting) || sighting.readings().size() > 1 ? weight * PASSING : weight;
    }

    private static double place(Document document, Sighting sighting) {
        if (sighting.field() == Field.TITLE) {
            return TITLE;
        }
        return switch (document.text().sentenceOf(sighting.first())) {
            case 0 -> FIRST_SENTENCE;
            case 1 -> SECOND_SENTENCE;
            default -> 1;
        };
    }

    /** "A German tourist said": the nationality of somebody who is not the news. */
    private boolean isPassing(Document document, Sighting sighting) {
        return sighting.field() == Field.TEXT
                && sighting.kind() == MentionKind.ADJECTIVE
                && words.at(document.text(), sighting.last() + 1, words.personNoun);
    }

    static Role role(double weight, double most) {
        return weight >= ABOUT_WEIGHT || (weight >= most * ABOUT_SHARE && weight >= 1) ? Role.ABOUT : Role.MENTIONED;
    }

    /** Half by how much is said of it, half by its share beside the country most spoken of. */
    static double salience(double weight, double most) {
        double amount = weight / (weight + 4);
        return Math.min(1, (amount + weight / most) / 2);
    }
}
