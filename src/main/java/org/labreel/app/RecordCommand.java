package org.labreel.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Records a feed into one file. */
@Command(name = "record", mixinStandardHelpOptions = true, description = "Record a feed into one file.")
final class RecordCommand implements Callable<Integer> {
    private final Terminal terminal;

    RecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say("record");
        return 0;
    }
}
