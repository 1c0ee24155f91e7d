package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.model.Session.State;

/** What lies on the disk, whoever else works on it. */
class SessionStoreTest {
    @TempDir
    private Path root;
    private Optional<Lab> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Lab::close);
    }

    private Lab lab(int cameras) {
        Lab lab = new Lab(root, cameras);
        open = Optional.of(lab);
        return lab;
    }

    @Test
    void refusedChangeOfASessionThatAnotherRecordsIsNotWrittenLaterOverIt() throws Exception {
        Lab lab = lab(1);
        SessionFolder other = SessionFolder.create(root, Session.named("by the other", Lab.NOON));
        lab.engine().look();
        UUID id = other.session().id();
        other.claim();
        assertThatThrownBy(() -> Lab.get(lab.engine().edit(id, "mine now", lab.plan())))
                .isInstanceOf(Refusal.class);
        other.update(session -> session.noting(Lab.NOON, "theirs"));
        other.release();
        Lab.get(lab.engine().mark(id, new Marker(UUID.randomUUID(), Lab.NOON, "mark", "#ffffff")));
        assertThat(lab.stored(id).name()).isEqualTo("by the other");
        assertThat(lab.stored(id).journal()).hasSize(1);
        assertThat(lab.stored(id).markers()).hasSize(1);
    }

    @Test
    void recordingThatEndsInOrderWhileItIsLookedAtIsNotTakenForOneThatDied() throws Exception {
        SessionFolder other = SessionFolder.create(root,
                Session.named("by the other", Lab.NOON).withState(State.STARTED));
        List<Runnable> later = new ArrayList<>();
        SessionEngine engine = new SessionEngine(root, new Rig(List.of()), EngineSettings.DEFAULT,
                FeedClock.SYSTEM, later::add);
        other.update(session -> session.withState(State.STOPPED));
        later.forEach(Runnable::run);
        assertThat(SessionFolder.open(other.path()).session().journal()).isEmpty();
        assertThat(engine.session(other.session().id()).orElseThrow().session().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void twoProgramsOnOneRootCannotHarmEachOther() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("shared", lab.plan());
        Lab other = new Lab(root, 1);
        assertThat(other.session(id).name()).isEqualTo("shared");
        lab.change(id, State.STARTED);
        lab.pass(1);
        other.engine().look();
        assertThat(other.session(id).state()).isEqualTo(State.STARTED);
        assertThatThrownBy(() -> other.change(id, State.STANDBY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Lab.get(other.engine().delete(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Lab.get(other.engine().edit(id, "mine", Session.Plan.NONE)))
                .isInstanceOf(Refusal.class);
        lab.change(id, State.STOPPED);
        other.engine().look();
        assertThat(other.session(id).state()).isEqualTo(State.STOPPED);
        Lab.get(other.engine().edit(id, "renamed", lab.plan()));
        lab.engine().look();
        assertThat(lab.session(id).name()).isEqualTo("renamed");
        assertThat(lab.session(id).segments()).hasSize(1);
        other.close();
    }

    @Test
    void whatIsDeletedLiesInTheTrashAndWhatMakesNoSenseIsRefused() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("gone", lab.plan());
        lab.change(id, State.STARTED);
        assertThatThrownBy(() -> Lab.get(lab.engine().delete(id))).hasMessageContaining("Stop it first");
        assertThatThrownBy(() -> lab.change(id, State.SCHEDULED)).hasMessageContaining("Stop it first");
        lab.pass(1);
        lab.change(id, State.STOPPED);
        Lab.get(lab.engine().delete(id));
        assertThat(lab.engine().session(id)).isEmpty();
        assertThat(root.resolve(".trash").resolve("gone").resolve("segment-001.bin")).exists();
        UUID bare = lab.plan("bare", Session.Plan.NONE);
        assertThatThrownBy(() -> lab.change(bare, State.STANDBY)).hasMessageContaining("no camera");
        assertThatThrownBy(() -> lab.change(bare, State.SCHEDULED)).hasMessageContaining("no start");
        assertThatThrownBy(() -> lab.plan("", Session.Plan.NONE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lab.change(UUID.randomUUID(), State.STARTED)).isInstanceOf(Refusal.class);
        assertThat(lab.session(bare).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void closingCompletesWhatRunsAndKeepsTheScheduleThatIsNotOver() throws IOException {
        Lab lab = lab(1);
        UUID byHand = lab.plan("by hand", lab.plan());
        UUID planned = lab.plan("planned", lab.plan().withTimes(Optional.of(Lab.NOON),
                Optional.of(Lab.NOON.plusSeconds(86_400))));
        lab.change(byHand, State.STARTED);
        lab.change(planned, State.SCHEDULED);
        lab.pass(3);
        Lab.get(lab.engine().mark(byHand, new Marker(UUID.randomUUID(), lab.now(), "here", "#ff0000")));
        lab.engine().close();
        assertThat(lab.stored(byHand).state()).isEqualTo(State.STOPPED);
        assertThat(lab.stored(byHand).markers()).hasSize(1);
        assertThat(lab.stored(byHand).segments().getFirst().end()).isPresent();
        assertThat(lab.stored(planned).state()).isEqualTo(State.SCHEDULED);
        lab.restart(Duration.ofMinutes(5));
        lab.pass(1);
        assertThat(lab.session(planned).state()).isEqualTo(State.STARTED);
        assertThat(lab.session(planned).spans()).hasSize(2);
        // The recorder enters its segment on its own thread.
        Lab.await(() -> lab.session(planned).segments().size() >= 2);
        assertThat(lab.session(planned).segments()).hasSize(2);
    }
}
