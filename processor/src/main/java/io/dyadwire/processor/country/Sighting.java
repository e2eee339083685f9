package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import java.util.List;

/**
 * A name found in an article, before it is decided what it calls.
 *
 * @param first its first token
 * @param last its last token, included
 * @param readings the countries it may call; more than one means all of them
 * @param kind how it calls them here: a capital after "in" is a place
 * @param full a leader's whole name, which makes the surname one too
 */
record Sighting(Field field, int first, int last, List<CountryName> readings, MentionKind kind, boolean full) {

    boolean has(NameFlag flag) {
        return readings.getFirst().has(flag);
    }

    String code() {
        return readings.getFirst().code();
    }

    /** Tells why it does not count. */
    void drop(Reasons reasons, Tokens tokens, String why) {
        reasons.dropped(Subject.COUNTRY, code(), field, tokens, first, last, why);
    }

    boolean calls(String code) {
        for (var reading : readings) {
            if (reading.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
