package io.dyadwire.runner.tag;

import io.dyadwire.runner.cli.Terminal;

/** How words stand out: in colour on a terminal, with plain signs elsewhere. */
public enum Ink {
    COLOUR {
        @Override
        public String mark(String words, Hue hue) {
            return "\u001b[" + hue.code() + "m" + words + "\u001b[0m";
        }

        @Override
        public String strong(String words) {
            return "\u001b[1m" + words + "\u001b[0m";
        }

        @Override
        public String faint(String words) {
            return "\u001b[2m" + words + "\u001b[0m";
        }
    },
    PLAIN {
        @Override
        public String mark(String words, Hue hue) {
            return "«" + words + "»";
        }

        @Override
        public String strong(String words) {
            return words;
        }

        @Override
        public String faint(String words) {
            return words;
        }
    };

    /** What suits who reads standard output. */
    public static Ink ofTerminal() {
        return Terminal.isOne() ? COLOUR : PLAIN;
    }

    /** Words that were found. */
    public abstract String mark(String words, Hue hue);

    public abstract String strong(String words);

    public abstract String faint(String words);
}
