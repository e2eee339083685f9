package io.dyadwire.processor.topic;

import java.util.ArrayList;
import java.util.List;

/**
 * Words on one line of a file, that know where they stand.
 *
 * @param file what a mistake calls the file
 * @param number of the line, from 1
 * @param column of the first of the words, from 1
 */
record TopicLine(String file, int number, String line, int column, String words) {
    private static final int SHOWN = 72;

    static TopicLine whole(String file, int number, String line) {
        return new TopicLine(file, number, line, 1, line).stripped();
    }

    boolean isBlank() {
        return words.isBlank();
    }

    /** The first word. */
    String key() {
        return words.split("\\s", 2)[0];
    }

    /** What follows the first word; blank when nothing does. */
    TopicLine rest() {
        return part(key().length(), words.length()).stripped();
    }

    /** The parts between these characters, each stripped; a part may be blank. */
    List<TopicLine> parted(char by) {
        List<TopicLine> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || words.charAt(i) == by) {
                parts.add(part(start, i).stripped());
                start = i + 1;
            }
        }
        return parts;
    }

    private TopicLine part(int from, int to) {
        return new TopicLine(file, number, line, column + from, words.substring(from, to));
    }

    private TopicLine stripped() {
        int from = words.length() - words.stripLeading().length();
        return new TopicLine(file, number, line, column + from, words.strip());
    }

    /** The mistake with its place, then the line, or what is around the place on a long one, and a caret. */
    String problem(String what) {
        int from = line.length() <= SHOWN ? 0 : Math.max(0, Math.min(column - SHOWN / 2, line.length() - SHOWN));
        String shown =
                line.substring(from, Math.min(line.length(), from + SHOWN)).replaceAll("[\\s\\p{Cntrl}]", " ");
        return file + ":" + number + ":" + column + ": " + what + "\n    " + shown + "\n    "
                + " ".repeat(Math.max(0, column - 1 - from)) + "^";
    }
}
