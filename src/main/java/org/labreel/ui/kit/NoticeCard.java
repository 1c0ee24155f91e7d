package org.labreel.ui.kit;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.labreel.ui.kit.Notice.Level;

/**
 * One notice on the screen. It never takes the keyboard by itself: it would swallow the next press of Record. It stays
 * while the pointer is on it.
 */
final class NoticeCard extends HBox {
    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(12);

    private final Notice notice;
    private final Consumer<NoticeCard> close;
    private final PauseTransition stay;

    NoticeCard(Notice notice, Consumer<NoticeCard> close) {
        this.notice = notice;
        this.close = close;
        stay = new PauseTransition(stay(notice));
        stay.setOnFinished(_ -> close.accept(this));
        getStyleClass().addAll("notice", "notice-" + notice.level().name().toLowerCase(Locale.ROOT));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.level() == Level.INFO ? spoken() : notice.level() + ": " + spoken());
        VBox words = words();
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(icon(notice.level()), "notice-icon"), words, closer());
        setOnMouseEntered(_ -> stay.stop());
        setOnMouseExited(_ -> begin());
        begin();
    }

    private void begin() {
        if (notice.level() != Level.ERROR) {
            stay.playFromStart();
        }
    }

    private String spoken() {
        return notice.text().isEmpty() ? notice.title() : notice.title() + ". " + notice.text();
    }

    /** Goes on to nothing: the card has left the window. */
    void end() {
        stay.stop();
    }

    boolean says(Notice other) {
        return notice.title().equals(other.title()) && notice.text().equals(other.text());
    }

    boolean isCalled(String title) {
        return notice.title().equals(title);
    }

    boolean holdsFocus() {
        return isFocusWithin();
    }

    private VBox words() {
        VBox out = new VBox(line(notice.title(), "notice-title"));
        out.getStyleClass().add("notice-words");
        if (!notice.text().isEmpty()) {
            out.getChildren().add(line(notice.text(), "notice-text"));
        }
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("notice-choices");
        notice.choices().forEach(choice -> buttons.getChildren().add(button(choice.text(), choice.action())));
        notice.details().ifPresent(
                details -> buttons.getChildren().add(button("Copy details", () -> copy(details))));
        if (!buttons.getChildren().isEmpty()) {
            out.getChildren().add(buttons);
        }
        return out;
    }

    private static Label line(String text, String style) {
        Label out = new Label(text);
        out.setWrapText(true);
        out.setMinHeight(Region.USE_PREF_SIZE);
        out.getStyleClass().add(style);
        return out;
    }

    private Button button(String text, Runnable action) {
        Button out = new Button(text);
        out.getStyleClass().add("small");
        out.setOnAction(_ -> {
            close.accept(this);
            action.run();
        });
        return out;
    }

    private Node closer() {
        Button out = new Button("", Icons.of("mdi2c-close"));
        out.getStyleClass().addAll("button-icon", "flat", "small", "notice-close");
        out.setTooltip(new Tooltip("Close this notice"));
        out.setAccessibleText("Close this notice");
        out.setOnAction(_ -> close.accept(this));
        return out;
    }

    private static Duration stay(Notice notice) {
        return notice.level() == Level.INFO && notice.choices().isEmpty() ? SHORT : LONG;
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
