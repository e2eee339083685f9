package io.dyadwire.alerts.notify.console;

import io.dyadwire.alerts.channel.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Words set into lines of a given width; a word may be marked, and is marked on each line that it is on. */
final class Paragraph {
    private final Style style;
    private final String indent;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private boolean runMarked;
    private int column;

    /**
     * Begins with an empty line.
     *
     * @param indent what every line begins with
     */
    Paragraph(Style style, String indent, int width) {
        this.style = style;
        this.indent = indent;
        this.width = width;
        this.column = indent.length();
    }

    /** Adds this text, blanks and all. */
    Paragraph add(String text, boolean marked) {
        boolean blankBefore = false;
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && text.charAt(to) != ' ') {
                to++;
            }
            if (to > from) {
                word(text.substring(from, to), marked, blankBefore);
            }
            blankBefore = to < text.length();
            from = to + 1;
        }
        if (blankBefore) {
            blank(marked);
        }
        return this;
    }

    List<String> lines() {
        endRun();
        if (!line.toString().isBlank()) {
            endLine();
        }
        return List.copyOf(lines);
    }

    private void word(String word, boolean marked, boolean blankBefore) {
        if (blankBefore) {
            blank(marked);
        }
        int columns = PlainText.columns(word) + (marked ? style.markColumns() : 0);
        if (column + columns > width && column > indent.length()) {
            endRun();
            endLine();
        }
        mark(marked);
        run.append(word);
        column += columns;
    }

    private void blank(boolean marked) {
        boolean lineEmpty = line.isEmpty() && run.isEmpty();
        if (!lineEmpty) {
            mark(marked);
            run.append(' ');
            column++;
        }
    }

    private void mark(boolean marked) {
        if (marked != runMarked) {
            endRun();
            runMarked = marked;
        }
    }

    private void endRun() {
        if (run.isEmpty()) {
            return;
        }
        String text = run.toString();
        String words = text.strip();
        if (runMarked && !words.isEmpty()) {
            int at = text.indexOf(words);
            line.append(text, 0, at).append(style.marked(words)).append(text.substring(at + words.length()));
        } else {
            line.append(text);
        }
        run.setLength(0);
    }

    private void endLine() {
        lines.add(indent + line.toString().stripTrailing());
        line.setLength(0);
        column = indent.length();
    }
}
