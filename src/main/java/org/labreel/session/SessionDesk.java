package org.labreel.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Marker;
import org.labreel.model.Session;

/**
 * Where sessions are planned and triggered: the engine of this program, or one in another behind an endpoint. Nothing
 * here blocks; futures fail with a {@link Refusal}.
 */
public interface SessionDesk extends AutoCloseable {
    /** What a desk may be able to do; an endpoint of others may lack some. */
    enum Operation {
        LIST, CAMERAS, CREATE, EDIT, DELETE, RESTORE, CHANGE_STATE, MARK, WATCH
    }

    /** What this one can do. */
    Set<Operation> operations();

    /** What it can do with this session; some can be changed only until an endpoint has them. */
    default Set<Operation> operations(UUID id) {
        return operations();
    }

    /** What is different here from other desks, for the operator. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** Finds out what it can do, once it can be reached; until then {@link #operations} knows no better. */
    default CompletableFuture<Set<Operation>> learn() {
        return CompletableFuture.completedFuture(operations());
    }

    /** All sessions, newest first. */
    CompletableFuture<List<SessionView>> sessions();

    /** Folders that hold sessions which cannot be worked with; none where nothing is told of them. */
    default CompletableFuture<List<DamagedSession>> damaged() {
        return CompletableFuture.completedFuture(List.of());
    }

    /** The configured cameras. */
    CompletableFuture<List<CameraView>> cameras();

    /** Makes a session in state Stopped. */
    CompletableFuture<SessionView> create(String name, Session.Plan plan);

    /** Hands over what is only written here so far; the answer is the id by which the desk knows it. */
    default CompletableFuture<UUID> publish(UUID id) {
        return CompletableFuture.completedFuture(id);
    }

    /** Changes name and plan of a session that is not armed or started. */
    CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan);

    /** Moves a session that is not armed or started to the trash, with all its segments. */
    CompletableFuture<SessionView> delete(UUID id);

    /** Brings back a session that was deleted since this desk was opened, to where it was. */
    CompletableFuture<SessionView> restore(UUID id);

    /** Brings a session to a state. */
    CompletableFuture<SessionView> change(UUID id, Session.State to);

    /** Puts a marker into a session; one with the id of an earlier one replaces it. */
    CompletableFuture<SessionView> mark(UUID id, Marker marker);

    /** Hears what changes until the handle is closed. Called on any thread. */
    Watch watch(DeskListener listener);

    /** A listener's place; closing it ends the calls. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
