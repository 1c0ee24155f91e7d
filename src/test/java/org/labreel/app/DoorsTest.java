package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.ServingState.Standing;

class DoorsTest {
    private static final Service SESSIONS = Service.SESSIONS;

    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Doors doors = new Doors(preferences,
            Map.of(SESSIONS, this::open, Service.PI_CAMERA, this::open));

    @AfterEach
    void close() {
        doors.close();
    }

    private Doors.Opened open(Serving serving, Door door) {
        if (door.port() == 1) {
            throw new UncheckedIOException(new IOException("port 1 is taken"));
        }
        String address = serving.bind() + ":" + door.port();
        heard.add("open " + address);
        return new Doors.Opened(address, () -> heard.add("shut " + address));
    }

    private void choose(Serving next) {
        preferences.update(p -> p.withServing(next));
    }

    private Optional<Standing> standing() {
        return doors.of(SESSIONS);
    }

    private void await(Optional<Standing> wanted) {
        Patience.until(() -> standing().equals(wanted));
    }

    @Test
    void nothingIsServedUnlessItIsSwitchedOn() {
        choose(Serving.NOTHING.withSecret("s"));
        doors.close();
        assertThat(heard).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void serviceIsOpenWhileItIsSwitchedOnAndOpenedAnewOnlyWhenItsOwnChoicesChange() {
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 7)));
        await(Optional.of(new Standing(true, "127.0.0.1:7")));
        preferences.update(p -> p.withLargeStep(33));
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 8)));
        await(Optional.of(new Standing(true, "127.0.0.1:8")));
        choose(Serving.NOTHING);
        await(Optional.empty());
        assertThat(heard).containsExactly("open 127.0.0.1:7", "shut 127.0.0.1:7", "open 127.0.0.1:8",
                "shut 127.0.0.1:8");
    }

    @Test
    void offThisComputerNothingIsServedWithoutASecretAndThatIsSaid() {
        Serving open = Serving.NOTHING.withDoor(SESSIONS, new Door(true, 7)).withBind("0.0.0.0");
        choose(open);
        Patience.until(() -> standing().isPresent());
        assertThat(standing().orElseThrow().running()).isFalse();
        assertThat(standing().orElseThrow().words()).contains("set a secret first");
        assertThat(heard).isEmpty();
        choose(open.withSecret("s"));
        await(Optional.of(new Standing(true, "0.0.0.0:7")));
    }

    @Test
    void whatCannotBeOpenedIsSaidWithWhatToDo() {
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 1)));
        Patience.until(
                () -> standing().filter(each -> each.words().startsWith("Not served: port 1 is taken. ")).isPresent());
        assertThat(standing().orElseThrow().words()).contains("Choose another port");
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 2)));
        await(Optional.of(new Standing(true, "127.0.0.1:2")));
    }

    private void awaitOpenings(int camera) {
        Patience.until(() -> heard.stream().filter("open 127.0.0.1:9"::equals).count() == camera);
    }

    @Test
    void listOfComputersConcernsOnlyServicesWithoutASecretThatLetOthersIn() {
        Door sessions = new Door(true, 7);
        Door camera = new Door(true, 9);
        Serving both = Serving.NOTHING.withDoor(SESSIONS, sessions).withDoor(Service.PI_CAMERA, camera);
        choose(both);
        awaitOpenings(1);
        choose(both.withAllowed("192.0.2.1"));
        choose(both.withAllowed("192.0.2.1").withDoor(Service.PI_CAMERA,
                camera.with(ServingChoices.USUAL.withOthers(true))));
        awaitOpenings(2);
        choose(both.withAllowed("192.0.2.2").withDoor(Service.PI_CAMERA,
                camera.with(ServingChoices.USUAL.withOthers(true))));
        awaitOpenings(3);
        doors.close();
        assertThat(heard).containsExactlyInAnyOrder("open 127.0.0.1:7", "open 127.0.0.1:9", "shut 127.0.0.1:9",
                "open 127.0.0.1:9", "shut 127.0.0.1:9", "open 127.0.0.1:9", "shut 127.0.0.1:7", "shut 127.0.0.1:9");
    }

    @Test
    void anotherFirstSourceConcernsOnlyServicesThatServeTheFirst() {
        Door camera = new Door(true, 9);
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 7)).withDoor(Service.PI_CAMERA, camera));
        awaitOpenings(1);
        doors.renewFirst();
        awaitOpenings(2);
        choose(Serving.NOTHING.withDoor(SESSIONS, new Door(true, 7)).withDoor(Service.PI_CAMERA,
                camera.with(ServingChoices.USUAL.withSource("pi://bench"))));
        awaitOpenings(3);
        doors.renewFirst();
        doors.close();
        assertThat(heard.stream().filter("open 127.0.0.1:9"::equals)).hasSize(3);
        assertThat(heard.stream().filter("open 127.0.0.1:7"::equals)).hasSize(1);
    }

    @Test
    void addressesOfThisComputerAreKnownWithoutAskingAnybody() {
        assertThat(List.of("127.0.0.1", "127.3.2.1", "localhost", "::1"))
                .allSatisfy(each -> assertThat(Serving.NOTHING.withBind(each).loopback()).isTrue());
        assertThat(List.of("0.0.0.0", "192.168.1.2", "127.evil.example", "::", "1127.0.0.1"))
                .allSatisfy(each -> assertThat(Serving.NOTHING.withBind(each).loopback()).isFalse());
    }
}
