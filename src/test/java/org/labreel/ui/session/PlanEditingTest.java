package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session;
import org.testfx.framework.junit5.Start;

/** Plans written, taken back, copied, deleted and carried away with the page. */
class PlanEditingTest extends OnSessionsPage {
    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void mistakesAreSaidBesideTheirFieldsAndKeepTheSessionFromBeingArmed() {
        page.create();
        String name = page.only().name();
        page.write("name", "");
        page.write("maxTime", "soon");
        SessionsPage.await("the words", () -> page.text("nameWords").equals("Give the session a name."));
        assertThat(page.text("maxTimeWords")).contains("10 min");
        assertThat(page.button("arm").isDisabled()).isTrue();
        page.leaveField();
        assertThat(page.only().name()).as("nothing wrong is saved").isEqualTo(name);
        assertThat(page.text("saved")).isEqualTo("Not saved: see the red fields");
        page.write("name", "Merge");
        page.write("maxTime", "10 min");
        page.leaveField();
        SessionsPage.await("the saved plan",
                () -> page.only().name().equals("Merge") && page.only().limits().maxTimeSeconds() == 600);
        SessionsPage.await("the button", () -> !page.button("arm").isDisabled());
    }

    @Test
    void changesAreUndoneAndDoneAgain() {
        page.create();
        page.write("notes", "first");
        page.leaveField();
        SessionsPage.await("the first note", () -> page.only().plan().notes().equals("first"));
        page.write("notes", "second");
        page.leaveField();
        SessionsPage.await("the second note", () -> page.only().plan().notes().equals("second"));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        SessionsPage.await("the first note again", () -> page.only().plan().notes().equals("first"));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        SessionsPage.await("no note", () -> page.only().plan().notes().isEmpty());
        page.robot().press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        SessionsPage.await("the first note", () -> page.only().plan().notes().equals("first"));
        SessionsPage.await("the field",
                () -> page.robot().lookup("#notes").queryAs(TextInputControl.class).getText().equals("first"));
    }

    @Test
    void lookingAtSessionsChangesNothingInThem() {
        page.create();
        Session.Plan plan = page.only().plan();
        assertThat(plan.cameras()).singleElement().satisfies(
                camera -> assertThat(camera.streams()).singleElement().satisfies(wish -> assertThat(wish.required())
                        .isTrue()));
        page.create();
        page.robot().interact(() -> page.robot().lookup("#list").queryAs(ListView.class).getSelectionModel().select(1));
        page.robot().interact(() -> page.robot().lookup("#list").queryAs(ListView.class).getSelectionModel().select(0));
        assertThat(page.sessions().getLast().plan()).isEqualTo(plan);
        assertThat(page.text("saved")).isEqualTo("Saved");
    }

    @Test
    void duplicateHasThePlanButItsOwnLifeAndDeletedSessionsLieInTheTrashUntilTheyAreWantedBack() throws IOException {
        page.create();
        page.write("name", "Merge");
        page.leaveField();
        SessionsPage.await("the name", () -> page.only().name().equals("Merge"));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        SessionsPage.await("the copy",
                () -> page.sessions().stream().anyMatch(each -> each.name().equals("Merge copy")));
        SessionsPage.await("the choice",
                () -> page.chosen().filter(each -> each.session().name().equals("Merge copy")).isPresent());
        page.robot().type(KeyCode.DELETE);
        SessionsPage.await("the question", () -> page.robot().lookup("#question").query().isVisible());
        assertThat(page.text("questionText")).contains("Merge copy");
        page.robot().interact(page.button("deleteYes")::fire);
        SessionsPage.await("one session", () -> page.sessions().size() == 1);
        assertThat(page.only().name()).isEqualTo("Merge");
        try (var trash = Files.list(root.resolve(".trash"))) {
            assertThat(trash).isNotEmpty();
        }
        assertThat(page.notices()).anySatisfy(notice -> assertThat(notice.title()).contains("trash"));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        SessionsPage.await("the copy again", () -> page.sessions().size() == 2 && page.chosen()
                .filter(each -> each.session().name().equals("Merge copy")).isPresent());
        page.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        SessionsPage.await("nothing more to take back in the copy", () -> page.sessions().size() == 2);
    }

    @Test
    void planGoesOutAsJsonAndComesInAgain() {
        page.create();
        page.write("notes", "plate 12");
        page.leaveField();
        SessionsPage.await("the note", () -> page.only().plan().notes().equals("plate 12"));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        SessionsPage.await("the file", () -> Files.exists(root.resolve("plan.json")));
        SessionsPage.await("the notice",
                () -> page.notices().stream().anyMatch(each -> each.title().equals("Plan exported")));
        page.robot().press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        SessionsPage.await("a second session", () -> page.sessions().size() == 2);
        assertThat(page.sessions()).allSatisfy(each -> assertThat(each.plan().notes()).isEqualTo("plate 12"));
        assertThat(page.sessions().stream().map(Session::name).distinct()).hasSize(2);
    }

    @Test
    void whatIsNoPlanIsSaidAndMakesNoSession() throws IOException {
        SessionsPage.await("the desk", () -> !page.button("create").isDisabled());
        for (String text : List.of("", "[]", "{", "{\"schemaVersion\":1}", "{\"schemaVersion\":99,\"name\":\"x\"}",
                "{\"schemaVersion\":1,\"name\":\"x\",\"start\":\"soon\"}", "[".repeat(100_000))) {
            Files.writeString(root.resolve("plan.json"), text);
            int before = page.notices().size();
            page.robot().press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
            SessionsPage.await("a word on " + text.length() + " letters", () -> page.notices().size() > before);
            assertThat(page.notices().getLast().title()).isEqualTo("The plan was not imported");
            assertThat(page.notices().getLast().text()).contains("plan.json").doesNotContain("Exception");
        }
        assertThat(page.sessions()).isEmpty();
    }
}
