package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session.State;
import org.testfx.framework.junit5.Start;

/** Sessions brought from state to state with the page. */
class SessionsViewTest extends OnSessionsPage {
    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void sessionIsMadeArmedStartedAndStoppedByKeyboardAndItsSegmentOpens() {
        page.create();
        page.leaveField();
        page.robot().type(KeyCode.A);
        page.awaitState(State.STANDBY);
        SessionsPage.await("the pill", () -> page.text("state").equals("Standby"));
        page.robot().type(KeyCode.R);
        page.awaitState(State.STARTED);
        SessionsPage.await("the pill", () -> page.text("state").equals("Recording"));
        assertThat(page.button("standBy").isVisible()).isTrue();
        assertThat(page.button("arm").isVisible()).isFalse();
        page.robot().interact(page.button("standBy")::fire);
        page.awaitState(State.STANDBY);
        page.robot().interact(page.button("stop")::fire);
        page.awaitState(State.STOPPED);
        SessionsPage.await("the segment", () -> page.text("detail").startsWith("1 segment"));
        page.robot().interact(() -> {
            page.robot().lookup("#segments").queryTableView().getSelectionModel().select(0);
            page.button("open").fire();
        });
        assertThat(page.reviewed()).singleElement().satisfies(file -> assertThat(root.resolve(file)).exists());
    }

    @Test
    void scheduleNeedsAStartAndIsTakenBack() {
        page.create();
        assertThat(page.button("schedule").isDisabled()).isTrue();
        page.robot().interact(() -> page.robot().lookup("#startOn").<CheckBox>query().fire());
        SessionsPage.await("a start", () -> page.only().plan().start().isPresent());
        SessionsPage.await("the button", () -> !page.button("schedule").isDisabled());
        page.leaveField();
        page.robot().type(KeyCode.S);
        page.awaitState(State.SCHEDULED);
        SessionsPage.await("the words", () -> page.text("detail").startsWith("starts in"));
        page.robot().interact(page.button("stop")::fire);
        page.awaitState(State.STOPPED);
    }

    @Test
    void requiredStreamsAreGreenOrRedWithWordsOnceArmed() {
        page.create();
        assertThat(page.checks()).singleElement().asString().contains("not known before");
        page.leaveField();
        page.robot().type(KeyCode.A);
        page.awaitState(State.STANDBY);
        SessionsPage.await("the colour stream",
                () -> page.checks().stream().anyMatch(words -> words.contains("there. ")));
    }

    @Test
    void markerIsNotedInTheSession() {
        page.create();
        page.robot().interact(() -> {
            page.robot().lookup("#markerText").queryAs(TextField.class).setText("droplet split");
            page.button("mark").fire();
        });
        SessionsPage.await("the marker",
                () -> page.only().markers().stream().anyMatch(each -> each.text().equals("droplet split")));
    }

    @Test
    void sessionThatIsBeingRecordedIsNotDeleted() {
        page.create();
        page.leaveField();
        page.robot().type(KeyCode.R);
        page.awaitState(State.STARTED);
        page.robot().type(KeyCode.DELETE);
        SessionsPage.await("the question", () -> page.robot().lookup("#question").query().isVisible());
        page.robot().interact(page.button("deleteYes")::fire);
        SessionsPage.await("the words", () -> page.text("refusal").contains("Stop it first"));
        assertThat(page.only().state()).isEqualTo(State.STARTED);
    }
}
