package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;
import org.labreel.session.PlanCheck;
import org.labreel.session.Refusal;
import org.labreel.session.SessionView;

/**
 * Sessions on an endpoint that knows only the operations of recording scripts. Such a one takes a plan once and can
 * neither change nor tell it: it is written here, and sent piece by piece with the first change of state. A piece that
 * was refused is sent again with the next, and none twice. Safe for several threads.
 */
final class ScriptedSessions {
    private final GraphCall call;
    private final Map<UUID, Planned> all = new LinkedHashMap<>();

    ScriptedSessions(GraphCall call) {
        this.call = call;
    }

    /** A session, and what of it the endpoint has. */
    private static final class Planned {
        private Session session;
        private Optional<UUID> there = Optional.empty();
        private boolean sending;
        private final Map<UUID, UUID> records = new LinkedHashMap<>();
        private final Set<UUID> streams = new HashSet<>();
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        Planned(Session session) {
            this.session = session;
        }

        SessionView view() {
            return new SessionView(session, "", true, List.of(), List.of(), Optional.empty());
        }
    }

    synchronized List<SessionView> views() {
        return all.values().stream().map(Planned::view).toList();
    }

    /** Whether the endpoint has none of it yet. */
    synchronized boolean unsent(UUID id) {
        Planned planned = all.get(id);
        return planned != null && !planned.sending;
    }

    /** Whether it was planned here, under this id or under the one that the endpoint gave it. */
    synchronized boolean ours(UUID id) {
        return all.containsKey(id) || all.values().stream().anyMatch(each -> each.there.equals(Optional.of(id)));
    }

    synchronized SessionView create(String name, Session.Plan plan) {
        PlanCheck.check(name, plan);
        Planned made = new Planned(Session.named(name.strip(), Instant.now()).withPlan(plan));
        all.put(made.session.id(), made);
        return made.view();
    }

    synchronized SessionView edit(UUID id, String name, Session.Plan plan) {
        Planned planned = unsentOnly(id);
        PlanCheck.check(name, plan);
        planned.session = planned.session.withName(name.strip()).withPlan(plan);
        return planned.view();
    }

    synchronized SessionView forget(UUID id) {
        SessionView view = unsentOnly(id).view();
        all.remove(id);
        return view;
    }

    private Planned unsentOnly(UUID id) {
        Planned planned = all.get(id);
        if (planned == null || planned.sending) {
            throw new Refusal(Refusal.Kind.UNKNOWN_OPERATION, "This endpoint takes a plan once and can neither change "
                    + "nor delete it. Duplicate the session to go on with another.");
        }
        return planned;
    }

    /** Sends what the endpoint does not have yet, then the state. A session from elsewhere is known by its id only. */
    synchronized CompletableFuture<SessionView> change(UUID id, Session.State to) {
        Planned planned = all.get(id);
        if (planned == null) {
            return ask(ScriptRequests.state(id, to)).thenApply(_ -> new Planned(new Session(id, "", to, Instant.EPOCH,
                    Session.Plan.NONE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    Optional.empty(), Map.of())).view());
        }
        CompletableFuture<SessionView> changed = publish(id)
                .thenCompose(there -> ask(ScriptRequests.state(there, to))).thenApply(_ -> noted(planned, to));
        planned.last = changed;
        return changed;
    }

    /** Sends what the endpoint does not have yet; the answer is the id that it gave. */
    synchronized CompletableFuture<UUID> publish(UUID id) {
        Planned planned = all.get(id);
        if (planned == null) {
            return CompletableFuture.completedFuture(id);
        }
        planned.sending = true;
        CompletableFuture<UUID> sent = planned.last.handle((_, _) -> planned).thenCompose(this::sent);
        planned.last = sent;
        return sent;
    }

    private CompletableFuture<UUID> sent(Planned planned) {
        CompletableFuture<UUID> made = planned.there.map(CompletableFuture::completedFuture).orElseGet(
                () -> ask(ScriptRequests.session(planned.session)).thenApply(id -> taken(planned, id)));
        return made.thenCompose(id -> {
            CompletableFuture<?> tail = CompletableFuture.completedFuture(null);
            for (Session.Camera camera : planned.session.cameras()) {
                tail = tail.thenCompose(_ -> record(planned, id, camera));
            }
            return tail.thenApply(_ -> id);
        });
    }

    private synchronized UUID taken(Planned planned, UUID id) {
        planned.there = Optional.of(id);
        planned.session = planned.session.noting(Instant.now(), "The endpoint has it as " + id + ".");
        return id;
    }

    private CompletableFuture<?> record(Planned planned, UUID session, Session.Camera camera) {
        UUID known = planned.records.get(camera.record());
        CompletableFuture<UUID> record = known != null
                ? CompletableFuture.completedFuture(known)
                : ask(ScriptRequests.record(session, camera.id())).thenApply(id -> {
                    planned.records.put(camera.record(), id);
                    return id;
                });
        return record.thenCompose(id -> {
            CompletableFuture<?> tail = CompletableFuture.completedFuture(null);
            for (StreamWish wish : camera.streams().stream().filter(each -> !planned.streams.contains(each.id()))
                    .toList()) {
                tail = tail.thenCompose(_ -> ask(ScriptRequests.stream(id, wish)))
                        .thenAccept(_ -> planned.streams.add(wish.id()));
            }
            return tail;
        });
    }

    /** What was asked for is all that is known of what became of it. */
    private synchronized SessionView noted(Planned planned, Session.State to) {
        Session before = planned.session;
        List<Span> spans = new ArrayList<>(before.spans());
        boolean running = !spans.isEmpty() && spans.getLast().ended().isEmpty();
        if (to == Session.State.STARTED && !running) {
            spans.add(new Span(Instant.now(), Span.Cause.HAND, Optional.empty(), "", List.of()));
        } else if (to != Session.State.STARTED && running) {
            spans.add(spans.removeLast().withEnd(Instant.now(), "Asked for from here."));
        }
        planned.session = before.withSpans(spans).withState(to);
        return planned.view();
    }

    /** The id in the answer. */
    private CompletableFuture<UUID> ask(ScriptRequests.Request request) {
        return call.ask(request.query(), request.variables()).thenApply(data -> {
            JsonNode id = data.path(request.answer()).path("id");
            try {
                return UUID.fromString(id.asText());
            } catch (IllegalArgumentException e) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "The endpoint did not do it: it named nothing that "
                        + request.answer() + " changed.", e);
            }
        });
    }
}
