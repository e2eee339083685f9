package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InflectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "control controls controlled controlling",
                "negotiate negotiates negotiated negotiating",
                "country countries",
                "sanction sanctions sanctioned sanctioning",
                "tax taxes taxed taxing",
                "impose imposes imposed imposing",
                "agree agrees agreed agreeing",
                "plan plans planned planning",
                "decide decides decided deciding",
                "extend extends extended extending",
                "launch launches launched",
                "export exports exported exporting",
                "trade trades traded trading",
                "visit visits visited visiting",
                "vote votes voted voting",
                "develop develops developed developing",
                "veto vetoes vetoed vetoing",
                "court courts courted",
                "require requires required requiring",
                "declare declares declared declaring",
                "hold holds held holding",
                "say says said saying",
                "man men",
                "crisis crises",
                "movie movies",
                "issue issues issued issuing",
                "seize seizes seized seizing",
                "meeting meetings meet meets met",
                "address addresses addressed addressing",
                "kill kills killed killing",
                "hero heroes",
                "virus viruses",
                "release releases released releasing",
                "settle settles settled settling",
                "name names named naming",
                "resume resumes resumed resuming",
                "arrange arranges arranged arranging",
                "belong belonged",
                "combine combines combined combining",
                "question questions questioned",
                "monitor monitored monitoring",
                "restore restored restoring",
                "treat treats treated treating",
                "create creates created creating",
                "die dies died dying",
                "deny denies denied denying",
                "store stores stored storing",
                "make made making",
                "lift lifts lifted lifting",
                "share shares shared sharing",
                "need needs needed",
                "use used using",
                "boycott boycotts boycotted boycotting",
                "focus focuses focused focusing",
                "recruit recruited recruiting",
                "quote quoted quoting",
                "install installed installing",
                "ban bans banned banning",
                "summit summits",
            })
    void shouldBringFormsTogether(String forms) {
        assertThat(Arrays.stream(forms.split(" ", -1)).map(InflectionTest::base).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news",
                "paris",
                "wales",
                "as",
                "is",
                "us",
                "this",
                "was",
                "gas",
                "texas",
                "beijing",
                "during",
                "king",
                "need",
                "hundred",
                "speed",
                "series",
                "status",
                "crisis",
                "press",
                "politics",
                "morning",
                "bring",
                "string",
                "shed",
                "laos",
                "brussels",
                "philippines",
                "honduras",
                "mohammed",
                "bed",
                "bus",
                "its",
                "boeing",
                "tunis",
            })
    void shouldLeaveOtherWordsAlone(String word) {
        assertThat(base(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan plane",
                "rate rat",
                "state stat",
                "negotiation negotiate",
                "hop hope",
                "car care",
                "new news",
                "sit site",
                "pact pace",
                "bar bare",
                "kore korea",
                "aid aids",
                "organise organisation",
            })
    void shouldKeepDifferentWordsApart(String pair) {
        assertThat(Arrays.stream(pair.split(" ", -1)).map(InflectionTest::base).distinct())
                .hasSize(2);
    }

    private static String base(String word) {
        char[] chars = Arrays.copyOf(word.toCharArray(), word.length() + 8);
        int base = Inflection.base(chars, word.length(), Vocabulary.hash(chars, 0, word.length()));
        return base == Inflection.UNCHANGED ? word : new String(chars, 0, base);
    }
}
