package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.log.LogReader;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Session.State;

/** Kills a program in each state, and opens what it left. */
class SessionKillTest {
    @TempDir
    private Path root;

    @Test
    void killedInAnyStateTheStoreOpensWithTheTruth() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Victim.class.getName(),
                root.toString()).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            String line = String.valueOf(out.readLine());
            while (!line.equals("ready")) {
                assertThat(line).as("what the victim said").doesNotContain("null").doesNotContain("Exception");
                line = String.valueOf(out.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        Lab lab = new Lab(root, 1);
        assertThat(state(lab, "stopped")).isEqualTo(State.STOPPED);
        assertThat(state(lab, "scheduled")).isEqualTo(State.SCHEDULED);
        Session armed = named(lab, "armed");
        assertThat(armed.state()).isEqualTo(State.STOPPED);
        assertThat(armed.journal().getLast().text()).contains("ended unexpectedly while this was armed");
        assertThat(armed.segments()).hasSize(1).allSatisfy(segment -> assertThat(segment.end()).isPresent());
        Session started = named(lab, "started");
        assertThat(started.state()).isEqualTo(State.STOPPED);
        assertThat(started.journal().getLast().text()).contains("what was received until");
        assertThat(started.spans().getLast().ending()).contains("ended unexpectedly");
        assertWhole(lab, started);
        Session planned = named(lab, "planned");
        assertThat(planned.state()).as("its schedule goes on").isEqualTo(State.SCHEDULED);
        assertWhole(lab, planned);
        lab.pass(1);
        assertThat(lab.session(planned.id()).state()).isEqualTo(State.STARTED);
        lab.close();
        assertThat(lab.stored(planned.id()).segments()).hasSize(2);
    }

    private static void assertWhole(Lab lab, Session session) throws Exception {
        Path folder = lab.engine().folder(session.id()).orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".bin"))).as("no empty file is left").hasSize(1);
        }
        Segment segment = session.segments().getFirst();
        assertThat(segment.end()).isPresent();
        assertThat(segment.frames()).isGreaterThan(0);
        assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
        try (LogReader log = LogReader.open(folder.resolve(segment.file()))) {
            assertThat(log.index().frames()).isEqualTo((int) segment.frames());
            assertThat(log.index().damage()).isEmpty();
            assertThat(log.index().records()).isEqualTo((int) (segment.headRecords() + segment.written()));
        }
    }

    private static Session named(Lab lab, String name) {
        return Lab.get(lab.engine().sessions()).stream().map(SessionView::session)
                .filter(session -> session.name().equals(name)).findFirst().orElseThrow();
    }

    private static State state(Lab lab, String name) {
        return named(lab, name).state();
    }

    /** Brings sessions to every state, says so and waits to be killed. */
    static final class Victim {
        private Victim() {
        }

        public static void main(String[] args) throws Exception {
            Lab lab = new Lab(Path.of(args[0]), 1);
            lab.plan("stopped", lab.plan());
            UUID scheduled = lab.plan("scheduled", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(86_400)),
                    Optional.of(Lab.NOON.plusSeconds(90_000))));
            lab.change(scheduled, State.SCHEDULED);
            UUID armed = lab.plan("armed", lab.plan());
            lab.change(armed, State.STARTED);
            lab.pass(1);
            lab.change(armed, State.STANDBY);
            UUID started = lab.plan("started", lab.plan());
            lab.change(started, State.STARTED);
            UUID planned = lab.plan("planned", lab.plan().withTimes(Optional.of(Lab.NOON),
                    Optional.of(Lab.NOON.plusSeconds(86_400))));
            lab.change(planned, State.SCHEDULED);
            lab.pass(Duration.ofSeconds(2));
            List<UUID> running = List.of(started, planned);
            Patience.until(() -> running.stream().allMatch(id -> written(lab, id) > 0));
            System.out.println("ready");
            // Nobody counts it down: the end comes from outside.
            new CountDownLatch(1).await(2, TimeUnit.MINUTES);
        }

        private static long written(Lab lab, UUID id) {
            return lab.engine().session(id).orElseThrow().cameras().getFirst().frames();
        }
    }
}
