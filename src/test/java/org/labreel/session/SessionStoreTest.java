package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.model.Session.State;

/** What lies on the disk, whoever else works on it. */
class SessionStoreTest extends InLab {
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
        Patience.until(() -> lab.session(planned).segments().size() >= 2);
        assertThat(lab.session(planned).segments()).hasSize(2);
    }

    @Test
    void sessionThatCannotBeReadIsToldInWordsUntilItIsMended() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("whole", lab.plan());
        Path file = lab.engine().folder(lab.plan("torn", lab.plan())).orElseThrow().resolve("session.json");
        byte[] before = Files.readAllBytes(file);
        lab.restart(Duration.ofSeconds(1));
        Files.write(file, Arrays.copyOf(before, before.length / 2));
        lab.restart(Duration.ofSeconds(1));
        assertThat(lab.engine().damaged().join()).singleElement().satisfies(each -> {
            assertThat(each.folder()).isEqualTo("torn");
            assertThat(each.words()).contains("session.json").doesNotContain("Exception");
        });
        assertThat(Lab.get(lab.engine().sessions())).extracting(view -> view.session().id()).containsExactly(id);
        Files.write(file, before);
        lab.engine().look();
        assertThat(lab.engine().damaged().join()).isEmpty();
        assertThat(Lab.get(lab.engine().sessions())).hasSize(2);
    }

    @Test
    void copiedFolderBecomesASessionOfItsOwnAndTheOriginalIsNotTouched() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("merge", lab.plan());
        lab.change(id, State.STARTED);
        lab.pass(2);
        Path original = lab.engine().folder(id).orElseThrow();
        Path copy = root.resolve("a copy, first by name");
        lab.awaitWritten(id, List.of(20L));
        lab.awaitStored(id, stored -> stored.state() == State.STARTED && stored.segments().size() == 1);
        copy(original, copy);
        lab.engine().look();
        assertThat(lab.session(id).state()).as("goes on").isEqualTo(State.STARTED);
        assertThat(lab.engine().folder(id)).contains(original);
        Session apart = apart(lab, id);
        assertThat(apart.state()).isEqualTo(State.STOPPED);
        assertThat(apart.segments()).hasSize(1).allSatisfy(segment -> assertThat(segment.end()).isPresent());
        assertThat(Lab.journal(apart).getLast()).contains("is a copy of \"merge\"");
        assertThat(apart.cameras().getFirst().record()).isNotEqualTo(lab.session(id).cameras().getFirst().record());
        lab.change(id, State.STOPPED);
        byte[] before = Files.readAllBytes(original.resolve("session.json"));
        lab.restart(Duration.ofSeconds(1));
        assertThat(apart(lab, id)).as("known again").isEqualTo(apart);
        assertThat(original.resolve("session.json")).hasBinaryContent(before);
        lab.engine().delete(apart.id()).join();
        assertThat(original).isDirectory();
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void copyThatWasMadeWhileNobodyLookedIsToldFromItsOriginalByItsAge(@TempDir Path other) throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("merge", lab.plan());
        Path original = lab.engine().folder(id).orElseThrow();
        // The file system's clock ticks every few milliseconds only.
        while (born(Files.createTempDirectory(other, "tick")).compareTo(born(original)) <= 0) {
            Thread.onSpinWait();
        }
        copy(original, root.resolve("a copy"));
        lab.restart(Duration.ofSeconds(1));
        assertThat(lab.engine().folder(id)).contains(original);
        assertThat(lab.engine().folder(apart(lab, id).id())).contains(root.resolve("a copy"));
    }

    @Test
    void renamedFolderIsNoCopy() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("merge", lab.plan());
        Path renamed = Files.move(lab.engine().folder(id).orElseThrow(), root.resolve("another name"));
        lab.engine().look();
        assertThat(Lab.get(lab.engine().sessions())).hasSize(1);
        assertThat(lab.engine().folder(id)).contains(renamed);
    }

    private static FileTime born(Path folder) throws IOException {
        return Files.readAttributes(folder, BasicFileAttributes.class).creationTime();
    }

    private static Session apart(Lab lab, UUID id) {
        return Lab.get(lab.engine().sessions()).stream().map(SessionView::session)
                .filter(session -> !session.id().equals(id)).findFirst().orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> !each.endsWith(".recording")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
