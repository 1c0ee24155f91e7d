package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program's own command: the console. The others are its subcommands. */
@Command(name = "labreel", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Operator console for lab experiments: live view, lossless recording, review and export.", footer = {
        "", "Without a subcommand the console opens; without --source on the last one, at first the demo.",
        "Exit codes: 0 done, 1 failed (one line on standard error), 2 wrong usage."})
final class LabreelCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--source", paramLabel = "ADDRESS", description = "What to show: ws://HOST[:7001], pi://HOST[:9898], cpl://HOST[:10000], or a log to play (PATH or replay:PATH?speed=2&loop=true). Default: the last one, at first the demo.")
    @Nullable
    private String source;

    /** For the build: where there is no display, show what the console does in pictures instead of failing. */
    @Option(names = "--tour-without-display", hidden = true, paramLabel = "DIR")
    @Nullable
    private Path tourFolder;

    /** For the build: run the console so long without a display, so that what a start needs can be prepared. */
    @Option(names = "--rehearse", hidden = true, paramLabel = "SECONDS")
    private int rehearsalSeconds;

    LabreelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Does what the arguments say and returns the exit code. Without any, the window need not wait for their parser.
     */
    static int execute(Terminal terminal, String[] args) {
        if (args.length > 0) {
            return commandLine(terminal).execute(args);
        }
        try {
            return new LabreelCommand(terminal).call();
        } catch (Exception e) {
            return ErrorLines.say(terminal, e);
        }
    }

    /** The whole command line. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new LabreelCommand(terminal));
        line.addSubcommand(new RecordCommand(terminal));
        line.addSubcommand(new InfoCommand(terminal));
        line.addSubcommand(new DoctorCommand(terminal));
        line.addSubcommand(new QueryCommand(terminal));
        line.addSubcommand(new ExportCommand(terminal));
        line.addSubcommand(SessionCommand.commandLine(terminal));
        line.addSubcommand(new ServeCommand(terminal));
        line.addSubcommand(new SourcesCommand(terminal));
        line.addSubcommand(new DemoCommand(terminal));
        line.addSubcommand(new TourCommand(terminal));
        return settled(line, terminal);
    }

    private static CommandLine settled(CommandLine line, Terminal terminal) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // "--source demo" names a source, though a command is called so too.
        line.setAllowSubcommandsAsOptionParameters(true);
        line.setParameterExceptionHandler((e, _) -> {
            terminal.fail(e.getMessage() + " ('" + e.getCommandLine().getCommandSpec().qualifiedName()
                    + " -h' explains)");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, _, _) -> ErrorLines.say(terminal, e));
        line.registerConverter(Path.class, new PathWord());
        line.registerConverter(LogTime.class, new LogTime.Converter());
        return line;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Machine platform = Machine.current();
        if (rehearsalSeconds > 0) {
            Machine.drawHeadless();
            NativeLibraries.ofThisMachine().require(platform, false);
            return ConsoleApp.open(Optional.of(SourceChoice.DEMO), rehearsalSeconds);
        }
        if (!platform.display()) {
            if (tourFolder != null) {
                terminal.say("No display here: showing the console's main job as a headless tour.");
                return new TourCommand(terminal).run(tourFolder);
            }
            throw new CommandFailure("there is no display (DISPLAY and WAYLAND_DISPLAY are not set); "
                    + "'labreel tour DIR' shows the console in pictures, 'labreel record' records without a window");
        }
        NativeLibraries.ofThisMachine().require(platform, true);
        return ConsoleApp.open(Optional.ofNullable(source), 0);
    }
}
