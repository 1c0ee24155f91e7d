package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session.State;
import org.labreel.serve.ScriptEndpoint;
import org.labreel.serve.SessionClient;
import org.testfx.framework.junit5.Start;

/** The page at work on an endpoint that knows only the operations of the recording scripts. */
class ScriptEndpointPageTest extends OnSessionsPage {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptEndpoint other = new ScriptEndpoint(vertx, true);

    @Start
    void start(Stage stage) {
        show(stage, (endpoint, secret) -> new SessionClient(vertx, endpoint, secret));
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        other.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void connect() {
        page.robot().interact(() -> page.robot().lookup("#elsewhere").queryAs(ToggleButton.class).fire());
        page.write("url", other.endpoint().toString());
        page.robot().interact(page.button("connectButton")::fire);
        SessionsPage.await("the connection", () -> page.text("words").startsWith("Connected to")
                && !page.button("create").isDisabled());
    }

    @Test
    void sessionIsPlannedAndTriggeredAndWhatCannotBeDoneIsGreyAndSaid() {
        connect();
        assertThat(page.text("missing")).contains("list sessions", "delete sessions", "take markers",
                "tell of changes", "greyed out", "sent with the first change of state");
        page.robot().interact(page.button("create")::fire);
        SessionsPage.await("the plan", () -> page.chosen().isPresent() && !page.button("arm").isDisabled());
        page.write("name", "Merge");
        page.leaveField();
        SessionsPage.await("the name", () -> page.text("title").equals("Merge"));
        assertThat(page.button("mark").isDisabled()).isTrue();
        assertThat(other.done()).isEmpty();

        page.robot().type(KeyCode.A);
        page.awaitShown(State.STANDBY);
        assertThat(page.button("delete").isDisabled()).as("sent, it cannot be deleted any more").isTrue();
        page.robot().type(KeyCode.R);
        page.awaitShown(State.STARTED);
        page.robot().interact(page.button("standBy")::fire);
        page.awaitShown(State.STANDBY);
        page.robot().interact(page.button("stop")::fire);
        page.awaitShown(State.STOPPED);
        assertThat(other.done()).containsExactly("session Merge", "record", "stream color", "Standby", "Started",
                "Standby", "Stopped");
        assertThat(other.session(other.sessions().getFirst())).containsAllEntriesOf(Map.of("name", "Merge",
                "maxTimeSeconds", 0));
        assertThat(page.text("hint")).contains("Duplicate");
        assertThat(page.robot().lookup("#name").query().isDisabled()).isTrue();
    }

    @Test
    void endpointThatGoesIsShownAsLost() {
        connect();
        other.close();
        SessionsPage.await("the loss", () -> page.text("words").contains("trying again"));
        assertThat(page.button("create").isDisabled()).isTrue();
    }
}
