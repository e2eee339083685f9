package io.dyadwire.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void shouldDisarmEscapeSequences() {
        assertThat(PlainText.line("a\u001b[2Jb\u009b1mc\u0007")).isEqualTo("a [2Jb 1mc ");
    }

    @Test
    void shouldKeepOneLine() {
        assertThat(PlainText.line("a\r\nb\tc\u2028d\u0085e")).isEqualTo("a  b c d e");
    }

    @Test
    void shouldDropDirectionMarksAndKeepLetters() {
        assertThat(PlainText.line("Tokyo \u202Eoykot\u202C \u6771\u4EAC \uD83D\uDEA2"))
                .isEqualTo("Tokyo oykot \u6771\u4EAC \uD83D\uDEA2");
    }
}
