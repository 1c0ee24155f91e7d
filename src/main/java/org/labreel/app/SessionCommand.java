package org.labreel.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sessions on a folder or an endpoint. */
@Command(name = "session", mixinStandardHelpOptions = true, description = "Plan, arm, start and stop recording sessions, in a folder or behind an endpoint.")
final class SessionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private SessionCommand() {
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new SessionCommand());
        line.addSubcommand(new SessionAddCommand(terminal));
        line.addSubcommand(new SessionListCommand(terminal));
        line.addSubcommand(new SessionShowCommand(terminal));
        for (SessionChangeCommand.Verb verb : SessionChangeCommand.Verb.values()) {
            line.addSubcommand(verb.word(), new SessionChangeCommand(terminal, verb));
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say what to do: add, list, show, schedule, standby, start, stop or delete");
    }
}
