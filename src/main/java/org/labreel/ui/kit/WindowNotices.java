package org.labreel.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.labreel.ui.kit.Notice.Level;

/** Notices in the lower right corner of the window. Errors stay until they are closed. */
public final class WindowNotices implements Notices {
    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(12);

    private final Supplier<Optional<Window>> owner;

    /**
     * @param owner
     *            the window; empty while there is none, when nothing is shown
     */
    public WindowNotices(Supplier<Optional<Window>> owner) {
        this.owner = owner;
    }

    @Override
    public void show(Notice notice) {
        FxThread.run(() -> owner.get().filter(Window::isShowing).ifPresent(window -> show(window, notice)));
    }

    @Override
    public void withdraw(String title) {
        FxThread.run(() -> bars().filter(bar -> title.equals(text(bar, ".title"))).forEach(bar -> {
            if (bar.lookup(".close-button") instanceof Button close) {
                close.fire();
            }
        }));
    }

    private static String text(Node bar, String selector) {
        return bar.lookup(selector) instanceof Labeled label ? label.getText() : "";
    }

    /** All notices that are shown, of whatever window. */
    private static Stream<Node> bars() {
        return List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).map(Window::getScene)
                .filter(Objects::nonNull).flatMap(scene -> scene.getRoot().lookupAll(".notification-bar").stream());
    }

    private static void show(Window window, Notice notice) {
        Notifications built = Notifications.create().owner(window).title(notice.title()).text(notice.text())
                .position(Pos.BOTTOM_RIGHT).hideAfter(stay(notice)).styleClass("notice");
        List<Action> actions = actions(notice);
        if (!actions.isEmpty()) {
            built.action(actions.toArray(Action[]::new));
        }
        built.graphic(Icons.of(icon(notice.level()), "notice-" + notice.level().name().toLowerCase(Locale.ROOT)))
                .show();
        leaveTheKeyboardAlone();
    }

    /** Keys stay with the page: a notice that took the focus would swallow the next press of Record. */
    private static void leaveTheKeyboardAlone() {
        for (Window shown : Window.getWindows()) {
            if (shown instanceof PopupWindow && shown.getScene() != null) {
                Parent root = shown.getScene().getRoot();
                root.applyCss();
                root.lookupAll(".notification-bar .button").forEach(button -> button.setFocusTraversable(false));
                if (root.lookup(".notification-bar") != null) {
                    root.requestFocus();
                }
            }
        }
    }

    private static Duration stay(Notice notice) {
        return switch (notice.level()) {
            case INFO -> notice.choices().isEmpty() ? SHORT : LONG;
            case WARNING -> LONG;
            case ERROR -> Duration.INDEFINITE;
        };
    }

    private static List<Action> actions(Notice notice) {
        List<Action> out = new ArrayList<>();
        notice.choices().forEach(choice -> out.add(new Action(choice.text(), _ -> choice.action().run())));
        notice.details().ifPresent(details -> out.add(new Action("Copy details", _ -> copy(details))));
        return out;
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static String icon(Level level) {
        return switch (level) {
            case INFO -> "mdi2i-information-outline";
            case WARNING -> "mdi2a-alert-outline";
            case ERROR -> "mdi2a-alert-circle-outline";
        };
    }
}
