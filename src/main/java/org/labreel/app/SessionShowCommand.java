package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one session. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Tell all that is known of a session.")
final class SessionShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SessionDeskChoice choice = new SessionDeskChoice();

    @Parameters(paramLabel = "SESSION", description = "Its name, its folder's name or its id.")
    private String wanted = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    SessionShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try (SessionDesk desk = choice.open(vertx)) {
            SessionView view = SessionDeskChoice.find(desk, wanted);
            terminal.result(json ? SessionText.json(view) : SessionText.all(view));
            return 0;
        } finally {
            vertx.close();
        }
    }
}
