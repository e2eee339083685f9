package io.dyadwire.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.plan.DigestTimes;
import io.dyadwire.alerts.plan.Floor;
import io.dyadwire.alerts.plan.Label;
import io.dyadwire.alerts.plan.Route;
import io.dyadwire.alerts.plan.Throttle;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFileTest {
    private static final Set<String> TOPICS = Set.of("export-controls", "sanctions", "border");
    private static final String DESK = "desks: [{id: asia}]\n";

    @Test
    void shouldReadHowADeskWantsToBeTold() throws RulesException {
        Desk desk = RulesFile.parse("rules.yaml", """
            desks:
              - id: asia
                zone: Asia/Tokyo
                muteTimes:
                  nights: {from: "22:00", to: "06:00", days: [fri, sat]}
                  breaks: [{from: "12:00", to: "13:00"}, {from: "15:00", to: "15:15"}]
                route:
                  groupBy: [rule, pair]
                  groupWait: PT30S
                  mute: [nights, breaks]
                  routes:
                    - when: {severity: [info], pairs: [KOR-JPN], types: [match]}
                      digest: ["19:00", "07:00"]
                      mute: []
                      continue: true
                    - repeatInterval: PT4H
                inhibit:
                  - {source: {severity: [critical]}, target: {topics: [tariffs]}, equal: [pair]}
                throttle: {alerts: 20, within: PT1H}
                floor: {precision: 0.5, rated: 10}
            rules:
              - {id: one, desk: asia, keywords: pact, severity: critical}
            """, Path.of("/etc/dyadwire"), TOPICS)
                .desk(new DeskId("asia"));

        Route route = desk.plan().route();
        assertThat(route.groupBy()).containsExactly(Label.RULE, Label.PAIR);
        assertThat(route.mute()).hasSize(3);
        Route low = route.routes().getFirst();
        assertThat(low.path()).isEqualTo("0");
        assertThat(low.goOn()).isTrue();
        assertThat(low.mute()).isEmpty();
        assertThat(low.groupWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(low.digest()).isEqualTo(new DigestTimes(List.of(LocalTime.of(7, 0), LocalTime.of(19, 0))));
        assertThat(low.when().pairs()).containsExactly(new Pair("JPN-KOR"));
        assertThat(route.routes().get(1).repeatInterval()).isEqualTo(Duration.ofHours(4));
        assertThat(desk.plan().inhibit()).singleElement().satisfies(inhibition -> {
            assertThat(inhibition.within()).isEqualTo(Duration.ofHours(1));
            assertThat(inhibition.equal()).containsExactly(Label.PAIR);
        });
        assertThat(desk.plan().throttle()).isEqualTo(new Throttle(20, Duration.ofHours(1)));
        assertThat(desk.plan().floor()).isEqualTo(new Floor(0.5, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        route: {groupBy: [rules]}          | route.groupBy[0]: 'rules' is not one of rule, story, article, pair, country, topic, severity, type
        route: {groupWait: 30s}            | route.groupWait: '30s' is not a time such as PT30S, PT5M, PT4H or P1D
        route: {mute: [nights]}            | route.mute[0]: 'nights' is not one of the desk's muteTimes
        route: {digest: weekly}            | route.digest: 'weekly' is neither hourly nor daily nor a list of times such as ["07:00", "19:00"]
        route: {when: {severity: [info]}}  | route: is where every alert begins: 'when' and 'continue' go into its routes
        route: {routes: [{whem: {}}]}      | route.routes[0].whem: is not known here: did you mean 'when'?
        throttle: {alerts: many, within: PT1H} | throttle.alerts: 'many' is not a number of that kind
        throttle: {alerts: 5}              | throttle.within: is missing
        throttle: {alerts: 5, within: PT5S} | throttle: within: must be from PT1M to P1D
        inhibit: [{source: {severity: [critical]}}] | inhibit[0].target: is missing: say which alerts
        floor: {precision: 2, rated: 3}    | floor: precision: 2.0 is not between 0 and 1
        """)
    void shouldNameWhatIsWrongWithHowADeskWantsToBeTold(String setting, String problem) {
        String yaml = "desks:\n  - id: asia\n    " + setting + "\nrules:\n  - {id: one, desk: asia, keywords: pact}\n";

        assertThat(problems(yaml)).anySatisfy(found -> assertThat(found).startsWith("rules.yaml: desks[0]." + problem));
    }

    @Test
    void shouldReadEveryKey() throws RulesException {
        RuleBook book = read("""
            desks:
              - id: asia
                name: Asia desk
                zone: Asia/Tokyo
                webhook: {url: "https://desk.example/hook", secretFile: keys/hook}
              - id: world
            rules:
              - id: exports
                desk: asia
                name: Exports between the two
                keywords: '"export controls" OR whitelist'
                countries: [JPN, KOR]
                pairs: [KOR-JPN, JPN-USA]
                topics: [export-controls]
                alertOn: [articles, deadlines]
                remind: [P14D, PT6H]
              - id: decision
                desk: world
                what: decision on the pact
                due: 2019-08-24
            """);

        Desk asia = book.desk(new DeskId("asia"));
        assertThat(asia.name()).isEqualTo("Asia desk");
        assertThat(asia.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(asia.channels())
                .containsExactly(ChannelConfig.webhook(
                        "webhook", URI.create("https://desk.example/hook"), Path.of("/etc/dyadwire/keys/hook")));
        assertThat(book.desk(new DeskId("world")).zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(rule(book, "exports"))
                .isEqualTo(new Rule(
                        new RuleId("exports"),
                        new DeskId("asia"),
                        "Exports between the two",
                        1,
                        "\"export controls\" OR whitelist",
                        List.of("JPN", "KOR"),
                        List.of(new Pair("JPN-KOR"), new Pair("JPN-USA")),
                        List.of("export-controls"),
                        List.of(AlertOn.ARTICLES, AlertOn.DEADLINES),
                        List.of(LeadTime.parse("P14D"), LeadTime.parse("PT6H")),
                        null,
                        null,
                        null));
        assertThat(rule(book, "decision").due()).isEqualTo(LocalDate.of(2019, 8, 24));
        assertThat(rule(book, "decision").name()).isEqualTo("decision");
        assertThat(rule(book, "decision").remind()).isEqualTo(Rule.DEFAULT_REMIND);
    }

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("", "rules.yaml: is empty; it must hold desks and rules"),
                new Mistake("desks: [", "rules.yaml: line 1, column 9: not valid YAML: while parsing a flow node"),
                new Mistake(
                        "desks: [{id: asia}]\ndesks: []\n",
                        "rules.yaml: line 2, column 6: not valid YAML: Duplicate field 'desks'"),
                new Mistake("[1, 2]", "rules.yaml: must be a table of desks, rules"),
                new Mistake("rules: []", "rules.yaml: desks: is missing: name at least one desk"),
                new Mistake(
                        DESK + "rule: []",
                        "rules.yaml: rule: is not known here: did you mean 'rules'? (known: desks, rules)"),
                new Mistake("desks: asia", "rules.yaml: desks: must be a list, such as [asia]"),
                desk("id: North", "id: 'North' is not a slug (lower-case letters, digits and '-')"),
                desk("name: Asia", "id: is missing"),
                desk("id: 12", "id: must be text: put '12' in quotes"),
                desk("id: asia, name: ''", "name: must not be empty"),
                desk(
                        "id: asia, zone: Asia/Tokio",
                        "zone: 'Asia/Tokio' is not a time zone, such as Asia/Tokyo or UTC: did you mean 'Asia/Tokyo'?"),
                desk(
                        "id: asia, mail: a@b.example",
                        "mail: is not known here (known: channels, floor, id, inhibit, muteTimes, name, route,"
                                + " throttle, webhook, zone)"),
                desk("id: asia, webhook: {url: 'https://a.example/'}", "webhook.secretFile: is missing"),
                desk(
                        "id: asia, channels: [{kind: slak, url: 'https://a.example/'}]",
                        "channels[0].kind: 'slak' is no kind of channel: did you mean 'slack'? (known: alertmanager,"
                                + " discord, file, mail, mattermost, ntfy, slack, teams, webhook)"),
                desk("id: asia, channels: [{kind: slack}]", "channels[0]: url: goes with a channel that posts"),
                desk(
                        "id: asia, channels: [{kind: webhook, url: 'https://a.example/'}]",
                        "channels[0]: secretFile: is missing"),
                desk(
                        "id: asia, channels: [{kind: mail, to: ['a b@c']}]",
                        "channels[0].to[0]: 'a b@c' is not a mail address, such as desk@example.org"),
                desk(
                        "id: asia, channels: [{kind: file, file: a}, {kind: file, file: b}]",
                        "channels[1].name: 'file' is there twice"),
                desk(
                        "id: asia, channels: [{kind: file, file: a, rate: 30}]",
                        "channels[0].rate: must be text: put '30' in quotes"),
                desk(
                        "id: asia, channels: [{kind: file, file: a, rate: often}]",
                        "channels[0].rate: 'often' is not a number of messages and a time of at most a day, such as"
                                + " 30/PT1M"),
                desk(
                        "id: asia, channels: [{kind: file, file: a}], route: {channels: [fil]}",
                        "route.channels[0]: 'fil' is not one of the desk's channels: did you mean 'file'? (known:"
                                + " file)"),
                desk(
                        "id: asia, webhook: {url: 'ftp://a.example/', secretFile: k}",
                        "webhook.url: 'ftp://a.example/' is not an http or https address"),
                desk(
                        "id: asia, webhook: {url: 'https://me:pw@a.example/', secretFile: k}",
                        "webhook.url: must not hold a user name or password"),
                desk(
                        "id: asia, webhook: {url: 'https://a.example/', secret: whsec_abc}",
                        "webhook.secret: secrets do not stand in this file: put it in a file of its own, named here as"
                                + " secretFile"),
                new Mistake("desks: [{id: asia}, {id: asia}]", "rules.yaml: desks[1].id: 'asia' is there twice"),
                new Mistake(
                        DESK + "rules: [exports]",
                        "rules.yaml: rules[0]: must be a table of id, desk, name, "
                                + "keywords, countries, pairs, topics, alertOn, remind, due, what, severity, kind"),
                rule("desk: asia, pairs: [JPN-KOR]", "id: is missing"),
                rule("id: a, pairs: [JPN-KOR]", "desk: is missing"),
                rule(
                        "id: a, desk: asai, pairs: [JPN-KOR]",
                        "desk: 'asai' is not one of the desks: did you mean 'asia'? (known: asia)"),
                rule("id: a, desk: asia", null, "needs at least one of keywords, countries, pairs, topics, due"),
                rule(
                        "id: a, desk: asia, keyword: export",
                        "keyword: is not known here: did you mean 'keywords'? (known: alertOn, countries, desk, due,"
                                + " id, keywords, kind, name, pairs, remind, severity, topics, what)",
                        "rules.yaml: rules[0]: needs at least one of keywords, countries, pairs, topics, due"),
                rule(
                        "id: a, desk: asia, keywords: 'pact topic:sanction'",
                        "keywords: 'sanction' is not a known topic: did you mean 'sanctions'? (known: border,"
                                + " export-controls, sanctions)"),
                rule("id: a, desk: asia, keywords: 'pact NOT tite:seoul'", """
                    keywords: no field is called 'tite'; known are title, text, country, pair, topic, source, language, \
                    publisher, author, category, url, deadline, salience. For the words themselves put quotes around them
                      pact NOT tite:seoul
                               ^\
                    """),
                rule("id: a, desk: asia, keywords: 'japan (korea OR china'", """
                    keywords: ')' is missing: the group opened at column 7 is never closed
                      japan (korea OR china
                            ^\
                    """.stripTrailing()),
                rule("id: a, desk: asia, countries: JPN", "countries: must be a list, such as [JPN]"),
                rule(
                        "id: a, desk: asia, countries: []",
                        "countries: is an empty list: leave it out, or name at least one"),
                rule("id: a, desk: asia, countries: [JPN, JPN]", "countries[1]: 'JPN' is there twice"),
                rule(
                        "id: a, desk: asia, countries: [KR]",
                        "countries[0]: 'KR' is not an ISO 3166 alpha-3 country code: did you mean KOR? (in FIPS 10-4"
                                + " 'KR' is KIR)"),
                rule(
                        "id: a, desk: asia, countries: [South Korea]",
                        "countries[0]: 'South Korea' is not an ISO 3166 alpha-3 country code: did you mean KOR?"),
                rule(
                        "id: a, desk: asia, countries: [jpn]",
                        "countries[0]: 'jpn' is not an ISO 3166 alpha-3 country code: did you mean JPN?"),
                rule(
                        "id: a, desk: asia, countries: [QQQ]",
                        "countries[0]: 'QQQ' is not an ISO 3166 alpha-3 country code"),
                rule(
                        "id: a, desk: asia, pairs: [JPNKOR]",
                        "pairs[0]: 'JPNKOR' is not a pair: two ISO 3166 alpha-3 codes joined by '-', such as JPN-KOR: "
                                + "did you mean JPN-KOR?"),
                rule(
                        "id: a, desk: asia, pairs: [KR-JP]",
                        "pairs[0]: 'KR-JP': 'KR' is not an ISO 3166 alpha-3 country code: did you mean JPN-KOR? (in"
                                + " FIPS 10-4 'KR' is KIR)"),
                rule("id: a, desk: asia, pairs: [JPN-JPN]", "pairs[0]: 'JPN-JPN' is one country; a pair has two"),
                rule("id: a, desk: asia, pairs: [JPN-KOR, KOR-JPN]", "pairs[1]: 'KOR-JPN' is there twice"),
                rule(
                        "id: a, desk: asia, topics: [export-control]",
                        "topics[0]: 'export-control' is not a known topic: did you mean 'export-controls'? (known:"
                                + " border, export-controls, sanctions)"),
                rule(
                        "id: a, desk: asia, pairs: [JPN-KOR], alertOn: [deadline]",
                        "alertOn[0]: 'deadline' is not known: did you mean 'deadlines'? (known: articles, deadlines)"),
                rule(
                        "id: a, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines], remind: [7D]",
                        "remind[0]: '7D' is not a time before, such as P7D, P1D or PT6H"),
                rule(
                        "id: a, desk: asia, pairs: [JPN-KOR], remind: [P7D]",
                        "remind: has no effect without due or alertOn: [deadlines]"),
                rule(
                        "id: a, desk: asia, kind: burst, pairs: [JPN-KOR], within: PT1H",
                        "kind: 'burst' is a kind of rule that is planned and not served yet; 'match' and 'deadline'"
                                + " are"),
                rule(
                        "id: a, desk: asia, kind: silence, pairs: [JPN-KOR]",
                        "kind: 'silence' is a kind of rule that is planned and not served yet; 'match' and 'deadline'"
                                + " are"),
                rule(
                        "id: a, desk: asia, kind: mach, pairs: [JPN-KOR]",
                        "kind: 'mach' is not known: did you mean 'match'? (known: burst, deadline, match, silence)"),
                rule(
                        "id: a, desk: asia, kind: deadline, pairs: [JPN-KOR]",
                        "kind: 'deadline' does not fit: a rule with due is a deadline, any other a match"),
                rule("id: a, desk: asia, pairs: [JPN-KOR], what: talks", "what: has no effect without due"),
                rule("id: a, desk: asia, due: 2019-08-24", "what: is missing: say what is due"),
                rule(
                        "id: a, desk: asia, due: 2019-08-32, what: talks",
                        "due: '2019-08-32' is not a day, such as 2019-08-24"),
                rule(
                        "id: a, desk: asia, due: 2019-08-24, what: talks, pairs: [JPN-KOR]",
                        "pairs: does not go with due: a rule either sets a deadline or looks for articles"),
                rule(
                        "id: a, desk: asia, due: 2019-08-24, what: talks, alertOn: [articles]",
                        "alertOn: has no effect with due"),
                new Mistake(
                        DESK + "rules: [{id: a, desk: asia, pairs: [JPN-KOR]}, {id: a, desk: asia, pairs: [JPN-USA]}]",
                        "rules.yaml: rules[1].id: 'a' is there twice"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldNameTheMistakeAndItsPlace(Mistake mistake) {
        assertThat(problems(mistake.yaml())).containsExactlyElementsOf(mistake.problems());
    }

    @Test
    void shouldTellAllMistakesAtOnce() {
        assertThat(problems("""
            desks:
              - {id: asia, zone: Mars}
            rules:
              - {id: a, desk: asia, pairs: [JPNKOR, US-JPN], topics: [sanction]}
              - {id: b, desk: africa, countries: [JPN]}
            """))
                .hasSize(5)
                .allMatch(problem -> problem.startsWith("rules.yaml: "))
                .anyMatch(problem -> problem.startsWith("rules.yaml: desks[0].zone: 'Mars'"))
                .anyMatch(problem -> problem.startsWith("rules.yaml: rules[0].pairs[0]: 'JPNKOR' is not"))
                .anyMatch(problem -> problem.startsWith("rules.yaml: rules[0].pairs[1]: 'US-JPN'"))
                .anyMatch(problem -> problem.startsWith("rules.yaml: rules[0].topics[0]: 'sanction'"))
                .anyMatch(problem -> problem.startsWith("rules.yaml: rules[1].desk: 'africa'"));
    }

    @Test
    void shouldTakeAnyTopicWhereNoneAreKnown() throws RulesException {
        RuleBook book = RulesFile.parse(
                "rules.yaml",
                DESK + "rules: [{id: a, desk: asia, topics: [anything]}]",
                Path.of("/etc/dyadwire"),
                Set.of());

        assertThat(rule(book, "a").topics()).containsExactly("anything");
    }

    @Test
    void shouldSayWhichFileCannotBeRead(@TempDir Path folder) throws Exception {
        Path latin = Files.write(folder.resolve("latin.yaml"), "desks: é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problemsOf(folder.resolve("none.yaml")))
                .singleElement()
                .asString()
                .startsWith("none.yaml: cannot be read: ");
        assertThat(problemsOf(latin)).containsExactly("latin.yaml: is not UTF-8 text");
    }

    @Test
    void shouldKeepTheWebhookPathOutOfLogs() {
        ChannelConfig webhook =
                ChannelConfig.webhook("webhook", URI.create("https://desk.example/hook?token=abc"), Path.of("k"));

        assertThat(webhook.toString()).isEqualTo("ChannelConfig[webhook, webhook]");
    }

    private static List<String> problemsOf(Path file) {
        return catchThrowableOfType(RulesException.class, () -> RulesFile.read(file, TOPICS))
                .problems();
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(RulesException.class, () -> read(yaml)).problems();
    }

    private static RuleBook read(String yaml) throws RulesException {
        return RulesFile.parse("rules.yaml", yaml, Path.of("/etc/dyadwire"), TOPICS);
    }

    private static Rule rule(RuleBook book, String id) {
        return Objects.requireNonNull(book.rule(new RuleId(id)));
    }

    private static Mistake desk(String entry, String problem) {
        return new Mistake("desks: [{" + entry + "}]", "rules.yaml: desks[0]." + problem);
    }

    private static Mistake rule(String entry, String problem, String... others) {
        List<String> problems = new java.util.ArrayList<>();
        if (problem != null) {
            problems.add("rules.yaml: rules[0]." + problem);
            problems.addAll(List.of(others));
        } else {
            problems.add("rules.yaml: rules[0]: " + others[0]);
        }
        return new Mistake(DESK + "rules: [{" + entry + "}]", problems);
    }

    record Mistake(String yaml, List<String> problems) {
        Mistake(String yaml, String problem) {
            this(yaml, List.of(problem));
        }
    }
}
