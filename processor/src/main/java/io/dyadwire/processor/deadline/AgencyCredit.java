package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Article;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The news agency whose report an article is: the name in brackets between dateline and dash, "SEOUL, Aug. 20 (Yonhap) --".
 */
final class AgencyCredit {
    private static final int DATELINE = 120;
    private static final Pattern CREDIT =
            Pattern.compile("^[^(\\n]{0,60}\\((\\p{Lu}[\\p{L}\\d .&'-]{1,40})\\)\\s*(?:--|[-\u2013\u2014:])");

    private AgencyCredit() {}

    static @Nullable String in(Article article) {
        String text = article.text();
        Matcher credit = CREDIT.matcher(text.substring(0, Math.min(text.length(), DATELINE)));
        return credit.find() ? credit.group(1).strip() : null;
    }
}
