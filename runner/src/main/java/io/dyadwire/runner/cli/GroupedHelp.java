package io.dyadwire.runner.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of commands in the help, by what a person wants rather than by letter. */
final class GroupedHelp {
    private static final Map<String, List<String>> GROUPS = groups();

    private GroupedHelp() {}

    static void use(CommandLine commandLine) {
        commandLine.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, GroupedHelp::render);
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Watch the news, all in one process", List.of("demo", "up"));
        groups.put("Run one service against a Kafka cluster", List.of("ingest", "processor", "alerts"));
        groups.put("Change what is watched, while it runs", List.of("feeds", "rules", "silence", "token"));
        groups.put("Answer an alert", List.of("why", "ack", "snooze", "rate", "ratings"));
        groups.put("See that alerts arrive", List.of("deliveries", "channels"));
        groups.put("Try one thing, without Kafka", List.of("tag", "feed", "extract", "match", "measure"));
        groups.put("Look inside", List.of("deadlines", "tail", "topics", "check-config", "dead-letters"));
        return groups;
    }

    private static String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            List<Help> members = new ArrayList<>();
            for (String name : names) {
                Help member = left.remove(name);
                if (member != null) {
                    members.add(member);
                }
            }
            append(text, help, title, members);
        });
        append(text, help, "Other", new ArrayList<>(left.values()));
        return text.toString();
    }

    private static void append(StringBuilder text, Help help, String title, List<Help> members) {
        if (members.isEmpty()) {
            return;
        }
        text.append(String.format("%n%s%n", title));
        for (Help member : members) {
            UsageMessageSpec usage = member.commandSpec().usageMessage();
            String line = usage.description().length == 0 ? "" : usage.description()[0];
            String name =
                    help.colorScheme().commandText(member.commandSpec().name()).toString();
            int padding = 14 - member.commandSpec().name().length();
            text.append(String.format("  %s%s%s%n", name, " ".repeat(Math.max(1, padding)), line));
        }
    }
}
