package io.dyadwire.runner.tag;

/** How words stand out: in colour on a terminal, with plain signs elsewhere. */
enum Ink {
    COLOUR {
        @Override
        String mark(String words, Hue hue) {
            return "\u001b[" + hue.code() + "m" + words + "\u001b[0m";
        }

        @Override
        String strong(String words) {
            return "\u001b[1m" + words + "\u001b[0m";
        }

        @Override
        String faint(String words) {
            return "\u001b[2m" + words + "\u001b[0m";
        }
    },
    PLAIN {
        @Override
        String mark(String words, Hue hue) {
            return "«" + words + "»";
        }

        @Override
        String strong(String words) {
            return words;
        }

        @Override
        String faint(String words) {
            return words;
        }
    };

    abstract String mark(String words, Hue hue);

    abstract String strong(String words);

    abstract String faint(String words);
}
