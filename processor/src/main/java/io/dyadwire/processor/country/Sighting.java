package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
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

    boolean calls(String code) {
        for (var reading : readings) {
            if (reading.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
