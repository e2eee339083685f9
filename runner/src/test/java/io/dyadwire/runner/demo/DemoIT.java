package io.dyadwire.runner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.runner.Dyadwire;
import io.dyadwire.runner.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, as a person sees it. */
class DemoIT {
    private static final String SPEED = "3";
    private static final Pattern HEADING =
            Pattern.compile("([A-Z]+)  ([a-z-]+) · (.+?)  +\\d+ Aug 2019 \\d\\d:\\d\\d UTC");
    private static final Pattern COUNT = Pattern.compile("(\\d+) ([a-z ]+)");

    /** An alert as printed. */
    private record Printed(String type, String desk, String rule, String text) {}

    @TempDir
    private static Path home;

    private static int exitValue;
    private static List<String> lines;
    private static List<Printed> alerts;

    @BeforeAll
    static void play() throws Exception {
        Path log = home.resolve("demo.txt");
        Process demo = JavaProcess.start(home, log, Dyadwire.class, "demo", "--speed", SPEED);
        try {
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).as("ends by itself").isTrue();
            exitValue = demo.exitValue();
        } finally {
            demo.destroyForcibly().waitFor();
        }
        lines = Files.readAllLines(log);
        alerts = lines.stream()
                .collect(Collectors.joining("\n"))
                .transform(text -> Pattern.compile("\n\n").splitAsStream(text))
                .map(DemoIT::printed)
                .filter(alert -> !alert.type().isEmpty())
                .toList();
    }

    @Test
    void shouldEndByItselfAndLeaveNothing() throws Exception {
        assertThat(exitValue).isZero();
        assertThat(lines).anyMatch(line -> line.startsWith("It is 2019-08-27 in the newsroom"));
        try (var left = Files.list(home.resolve("tmp"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("dyadwire-demo"));
        }
    }

    @Test
    void shouldTellOfMatchesAndOfWhatBecomesOfDeadlines() {
        assertThat(alerts).extracting(Printed::type).contains("MATCH", "DEADLINE", "REMINDER", "PASSED");
        assertThat(alerts).extracting(Printed::desk).contains("northeast-asia", "trade", "world");
    }

    @Test
    void shouldShowThePactWithItsPairItsWordsAndTheDayOfItsDecision() {
        assertThat(alerts)
                .filteredOn(
                        alert -> alert.type().equals("MATCH") && alert.rule().startsWith("The intelligence pact"))
                .anySatisfy(alert -> assertThat(alert.text())
                        .contains("Ruling party divided over pact with Tokyo as decision nears", "JPN-KOR", "«pact»")
                        .contains("▸ 2019-08-24 · "));
    }

    @Test
    void shouldRemindOfTheDecision() {
        assertThat(alerts)
                .filteredOn(
                        alert -> alert.type().equals("REMINDER") && alert.rule().equals("Last day to give notice"))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.text()).contains("▸ 2019-08-24 · "));
    }

    @Test
    void shouldNotAlertEverydayNews() {
        assertThat(alerts).extracting(Printed::text).noneMatch(text -> text.contains("Harbour Evening News"));
    }

    @Test
    void shouldAlertAnArticleOfTwoFeedsOnceARule() {
        List<Printed> twice = alerts.stream()
                .filter(alert -> alert.type().equals("MATCH"))
                .filter(alert -> alert.text().contains("/south-korea-ends-military-pact.html"))
                .toList();

        assertThat(twice).extracting(Printed::rule).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void shouldCountTheBrokenFeedAndReadTheOthers() {
        assertThat(counts("polls"))
                .hasEntrySatisfying("failed", polls -> assertThat(polls).isPositive())
                .hasEntrySatisfying("read", polls -> assertThat(polls).isGreaterThanOrEqualTo(5))
                .doesNotContainKey("mistake");
    }

    /** What a transaction of the processor did is counted again when it is done again, as on a machine that is busy. */
    @Test
    void shouldAccountForAllThatWentIn() {
        Map<String, Integer> articles = counts("articles");
        assertThat(counts("items").get("published")).isBetween(46, total("articles"));
        assertThat(counts("items")).containsEntry("other feed", 1);
        assertThat(value("tagged"))
                .isEqualTo(Integer.toString(articles.get("first") + articles.getOrDefault("edited", 0)));
        assertThat(value("rejected")).isEqualTo("nothing");
        String[] raised = value("alerts").split("; ", 2);
        assertThat(sum(raised[0])).isEqualTo(sum(raised[1])).isGreaterThanOrEqualTo(alerts.size());
    }

    private static Printed printed(String block) {
        Matcher heading = HEADING.matcher(block);
        return heading.find()
                ? new Printed(
                        heading.group(1), heading.group(2), heading.group(3).strip(), block)
                : new Printed("", "", "", block);
    }

    /** Of a line of the summary, such as {@code items      132 known, 49 published}. */
    private static String value(String name) {
        return lines.stream()
                .filter(line -> line.startsWith("  " + name + "  "))
                .map(line -> line.substring(name.length() + 2).strip())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static Map<String, Integer> counts(String name) {
        return counted(value(name));
    }

    private static int total(String name) {
        return sum(value(name));
    }

    private static int sum(String list) {
        return counted(list).values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> counted(String list) {
        Map<String, Integer> counts = new TreeMap<>();
        COUNT.matcher(list)
                .results()
                .forEach(found -> counts.put(found.group(2).strip(), Integer.parseInt(found.group(1))));
        return counts;
    }
}
