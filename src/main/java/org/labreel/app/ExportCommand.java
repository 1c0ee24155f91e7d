package org.labreel.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes clips from logs. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Export a range of a log to a clip.")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say("export");
        return 0;
    }
}
