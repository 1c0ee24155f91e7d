package org.labreel.app;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.labreel.feed.FeedClock;
import org.labreel.serve.SessionClient;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import picocli.CommandLine.Option;

/** Where the sessions of the command line are: in a folder of this computer, or behind an endpoint. */
final class SessionDeskChoice {
    @Option(names = "--root", paramLabel = "DIR", description = "The recordings folder. Default: Labreel in your documents.")
    @Nullable
    private Path root;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Instead of a folder: the address that 'labreel serve' says, http://HOST:PORT/v1/graphql.")
    @Nullable
    private URI endpoint;

    @Option(names = "--secret", paramLabel = "S", description = "For the endpoint. Also from the variable LABREEL_SECRET.", defaultValue = "${env:LABREEL_SECRET}")
    @Nullable
    private String secret;

    boolean remote() {
        return endpoint != null;
    }

    Path folder() {
        Path chosen = root == null ? ConfigurationFolder.recordings(Path.of(System.getProperty("user.home"))) : root;
        return chosen.toAbsolutePath();
    }

    /** The endpoint's, or the folder's without any camera. */
    SessionDesk open(Vertx vertx) {
        if (endpoint == null) {
            return new SessionEngine(folder(), new Rig(List.of()), EngineSettings.DEFAULT, FeedClock.SYSTEM,
                    Runnable::run);
        }
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException("\"" + endpoint + "\" is no address of an endpoint; it looks like "
                    + "http://127.0.0.1:8080/v1/graphql");
        }
        SessionDesk desk = new SessionClient(vertx, endpoint,
                Optional.ofNullable(secret).filter(text -> !text.isBlank()));
        of(desk.learn());
        return desk;
    }

    /** The id of the session of this id or name; a desk that lists none is taken at the operator's word. */
    static UUID target(SessionDesk desk, String wanted) {
        return desk.operations().contains(SessionDesk.Operation.LIST)
                ? find(desk, wanted).session().id()
                : id(wanted).orElseThrow(() -> new CommandFailure(
                        "this endpoint does not list its sessions; name one by the id that 'add' printed"));
    }

    /** Waits for an answer. */
    static <T> T of(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandFailure(String.valueOf(cause.getMessage()), e);
        }
    }

    /** The session of this id or name. */
    static SessionView find(SessionDesk desk, String wanted) {
        List<SessionView> all = of(desk.sessions());
        List<SessionView> found = all.stream().filter(view -> view.session().id().equals(id(wanted).orElse(null))
                || view.session().name().equals(wanted) || view.folder().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new CommandFailure("there is no session \"" + wanted + "\"; 'labreel session list' shows them");
        }
        if (found.size() > 1) {
            throw new CommandFailure("there are " + found.size() + " sessions called \"" + wanted
                    + "\"; name one by its id or its folder");
        }
        return found.getFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
