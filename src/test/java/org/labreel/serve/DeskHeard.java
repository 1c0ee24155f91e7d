package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionView;

/** What a desk told, in order, for a test to wait upon. */
final class DeskHeard implements DeskListener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    @Override
    public void changed(SessionView view) {
        heard.add(view.session().name() + " " + view.session().state().word());
    }

    @Override
    public void gone(UUID id) {
        heard.add("gone");
    }

    @Override
    public void connection(Connection connection) {
        connections.add(connection);
        heard.add(connection.up() ? "up" : "down");
    }

    /** Until it has told this: a session's name and state, "gone", "up" or "down". */
    void until(String wanted) throws InterruptedException {
        String next = "";
        while (!wanted.equals(next)) {
            next = Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS)).orElse("nothing more");
            assertThat(next).as("waiting for %s", wanted).isNotEqualTo("nothing more");
        }
    }

    /** The next word on the connection that was not asked for yet. */
    Connection connection() throws InterruptedException {
        return connections.take();
    }
}
