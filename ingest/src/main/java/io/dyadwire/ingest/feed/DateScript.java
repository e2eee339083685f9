package io.dyadwire.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date written with other digits or with the words of Chinese, Japanese and Korean, in the form of all others. */
final class DateScript {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일號号]?(?:\\s?\\([^)]*\\))?");
    private static final Pattern TIME =
            Pattern.compile("(?:([上午오][午前전]|[下午오][午後后후])\\s?)?(\\d{1,2})\\s?[時时点點시:]\\s?(\\d{1,2})(?:\\s?[分분])?"
                    + "(?:\\s?:?(\\d{1,2})\\s?[秒초]?)?");
    private static final Pattern BEFORE_NOON = Pattern.compile("上午|午前|오전");

    private DateScript() {}

    static String plain(String written) {
        String text = BLANKS.matcher(written.strip()).replaceAll(" ");
        if (text.chars().allMatch(c -> c < 0x590)) {
            return text;
        }
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
            int digit = Character.digit(c, 10);
            digits.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        Matcher day = DAY.matcher(digits);
        if (!day.find()) {
            return digits.toString();
        }
        String date = day.group(1) + "/" + day.group(2) + "/" + day.group(3);
        String rest = digits.substring(day.end());
        Matcher time = TIME.matcher(rest);
        return time.find()
                ? date + " " + clock(time) + " " + rest.substring(time.end()).strip()
                : date;
    }

    private static String clock(Matcher time) {
        String half =
                time.group(1) == null ? "" : BEFORE_NOON.matcher(time.group(1)).matches() ? " am" : " pm";
        String seconds = time.group(4) == null ? "" : ":" + twoDigits(time.group(4));
        return time.group(2) + ":" + twoDigits(time.group(3)) + seconds + half;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
