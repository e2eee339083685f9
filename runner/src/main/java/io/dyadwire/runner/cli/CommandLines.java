package io.dyadwire.runner.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One set of manners for all commands: exit codes, errors in one sentence, help. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * The command with its subcommands. It exits with 0 when all went well, 1 when something failed, 2 when it was
     * asked wrongly.
     *
     * @param verbose whether {@code --verbose} was given; asked after the arguments were read
     */
    public static CommandLine of(Object root, List<?> commands, BooleanSupplier verbose) {
        CommandLine commandLine = new CommandLine(root);
        for (Object command : commands) {
            CommandLine added = new CommandLine(command);
            added.getCommandSpec()
                    .mixinStandardHelpOptions(true)
                    .versionProvider(commandLine.getCommandSpec().versionProvider());
            commandLine.addSubcommand(added);
        }
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionStrategy(parsed -> {
            Logs.forTool(verbose.getAsBoolean());
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> {
            say(command, ErrorMessage.of(problem));
            if (verbose.getAsBoolean()) {
                problem.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        commandLine.setParameterExceptionHandler((mistake, arguments) -> {
            CommandLine command = mistake.getCommandLine();
            say(command, words(mistake));
            UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
            return CommandLine.ExitCode.USAGE;
        });
        GroupedHelp.use(commandLine);
        return commandLine;
    }

    private static String words(ParameterException mistake) {
        boolean noSuchCommand = mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !mistake.getCommandLine().getSubcommands().isEmpty();
        return noSuchCommand
                ? "there is no command '"
                        + ((UnmatchedArgumentException) mistake).getUnmatched().getFirst() + "'"
                : mistake.getMessage();
    }

    private static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + message);
        err.flush();
    }
}
