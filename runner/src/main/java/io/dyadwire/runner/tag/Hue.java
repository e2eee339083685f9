package io.dyadwire.runner.tag;

/** What words are marked for; on a terminal each has a colour of its own. */
public enum Hue {
    COUNTRY("1;33"),
    TOPIC("1;36"),
    DEADLINE("1;32");

    private final String code;

    Hue(String code) {
        this.code = code;
    }

    /** Parameters of the terminal's "select graphic rendition" (ECMA-48, 8.3.117). */
    String code() {
        return code;
    }
}
