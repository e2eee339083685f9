package io.dyadwire.ingest.page;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single lines of a text that are labels of what stood beside the article, or name who took a picture. */
final class Lines {
    private static final int SHORT = 140;

    private static final Pattern LABEL = Pattern.compile(
            "(?:advertisement|advertising|sponsored|story continues below.*|continue reading.*|read (?:more|also|next)\\b.*"
                    + "|also read\\b.*|see also|related(?: articles?| stories| posts?| content| topics?)?|more on this(?: story)?"
                    + "|recommended(?: stories| reading)?|most read|share(?: this.*)?|share on .*|follow us.*|sign up .*|subscribe.*"
                    + "|leave a (?:comment|reply)|(?:no )?comments?|\\d+ comments?|tags?|topics?|print|e-?mail|copy link|listen"
                    + "|anzeige|werbung|mehr zum thema|mehr dazu.*|schon gelesen\\?|lesen sie (?:auch|hier|mehr|dazu).*"
                    + "|das könnte sie auch interessieren.*|weitere (?:informationen|artikel|themen|links)|weiterführende links?"
                    + "|weiterführender link|zum thema|auch interessant|(?:keine )?kommentare|teilen|drucken|artikel teilen|inhalt"
                    + "|publicité|lire aussi.*|à lire aussi.*|sur le même sujet|voir aussi|partager|commentaires?"
                    + "|publicidad|lea también.*|te puede interesar.*|le puede interesar.*|ver también|más información|compartir"
                    + "|comentarios?|pubblicità|leggi anche.*|condividi|czytaj (?:też|także|więcej).*|reklama|zobacz też.*)"
                    + "[:.…»>\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CREDIT = Pattern.compile(
            "(?:.{0,60}[,|(\\s])?(?:©|\\(c\\)|(?:photos?|pictures?|images?|fotos?|bild(?:er|quelle)?|fotografía|crédit|credit|courtesy)"
                    + "(?: by| credit)?\\s*[:/©]).{0,80}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Lines() {}

    static String ofTheArticle(String text) {
        return text.lines().filter(line -> !isNoise(line)).collect(Collectors.joining("\n"));
    }

    private static boolean isNoise(String line) {
        return line.length() <= SHORT
                && (LABEL.matcher(line).matches() || CREDIT.matcher(line).matches());
    }
}
