package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists sessions. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the sessions, newest first.")
final class SessionListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SessionDeskChoice choice = new SessionDeskChoice();

    @Option(names = "--json", description = "Print a JSON array instead of text.")
    private boolean json;

    SessionListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try (SessionDesk desk = choice.open(vertx)) {
            List<SessionView> all = SessionDeskChoice.of(desk.sessions());
            if (json) {
                terminal.result(SessionText.json(all));
            } else {
                all.forEach(view -> terminal.result(SessionText.line(view)));
                if (all.isEmpty()) {
                    terminal.say("There is no session yet; 'labreel session add NAME' makes one.");
                }
            }
            SessionDeskChoice.of(desk.damaged()).forEach(each -> terminal.say("Not listed: " + each.words()));
            return 0;
        } finally {
            vertx.close();
        }
    }
}
