package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokens;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Finds the time expressions of texts in one language. Thread-safe; any text is accepted. */
interface Language {
    /**
     * Adds what it finds in this field, in order of place.
     *
     * @param published the clock where the article was filed; asked only when there is something to resolve
     */
    void read(Tokens tokens, Field field, Supplier<LocalDateTime> published, List<DateTag> tags);
}
