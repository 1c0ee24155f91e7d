package org.labreel.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Themes;

/** The one window's content: the rail, the page that is shown, the status bar. */
public final class Shell implements ShellKeys.Window {
    private final PreferencesHolder preferences;
    private final Background background;
    private final List<Page> shownPages = new ArrayList<>();
    private final ToggleGroup choice = new ToggleGroup();
    private @Nullable ShortcutSheet sheet;
    private final StatusBadges badges = new StatusBadges();
    private @Nullable Page current;

    @FXML
    private StackPane root;
    @FXML
    private VBox pages;
    @FXML
    private StackPane front;
    @FXML
    private StackPane content;
    @FXML
    private Button theme;
    @FXML
    private FontIcon themeIcon;
    @FXML
    private Tooltip themeTip;
    @FXML
    private StatusBar status;

    @SuppressWarnings("NullAway.Init")
    Shell(PreferencesHolder preferences, Background background) {
        this.preferences = preferences;
        this.background = background;
        Fxml.load("shell.fxml", this);
    }

    @FXML
    void initialize() {
        new ShellKeys(this).hear(root);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveField);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof TextInputControl) {
                root.requestFocus();
                event.consume();
            }
        });
        status.getLeftItems().addAll(badges.nodes());
        new RunningJobs(background, status);
        themeChanged(preferences.get().theme());
    }

    /** Adds a page at the end of the rail; the first is shown at once. */
    void add(Page page) {
        ToggleButton button = new ToggleButton(page.title(), Icons.of(page.icon()));
        button.setId("rail-" + page.name());
        button.getStyleClass().add("rail-button");
        button.setToggleGroup(choice);
        button.setTooltip(new Tooltip(page.title() + " (Ctrl+" + (shownPages.size() + 1) + ")"));
        button.setOnAction(_ -> show(page));
        shownPages.add(page);
        pages.getChildren().add(button);
        if (shownPages.size() == 1) {
            show(page);
        }
    }

    /**
     * Shows the page with this name.
     *
     * @throws IllegalArgumentException
     *             when there is none
     */
    public void select(String name) {
        show(shownPages.stream().filter(page -> page.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page is called " + name)));
    }

    private void show(Page page) {
        choice.selectToggle((ToggleButton) pages.getChildren().get(shownPages.indexOf(page)));
        if (page.equals(current)) {
            return;
        }
        leave();
        current = page;
        content.getChildren().setAll(page.root());
        page.activate();
    }

    /** Leaves the page that is shown, at the end. */
    void leave() {
        if (current != null) {
            current.deactivate();
            current = null;
        }
    }

    /** The page that is shown. */
    @Override
    public Optional<Page> current() {
        return Optional.ofNullable(current);
    }

    public Parent root() {
        return root;
    }

    /** What the status bar says on every page. */
    StatusBadges badges() {
        return badges;
    }

    /** Lays the notices over the pages. */
    void showNotices(Node layer) {
        front.getChildren().add(layer);
    }

    /** Adds an entry at the right end of the status bar. */
    void addStatus(Node entry) {
        status.getRightItems().addFirst(entry);
    }

    /** A line at the bottom of the window. */
    void setStatus(String text) {
        status.setText(text);
    }

    /** A press beside a field ends the typing in it; keys are commands again. */
    private void leaveField(MouseEvent event) {
        Node owner = root.getScene().getFocusOwner();
        if (!(owner instanceof TextInputControl)) {
            return;
        }
        Node field = owner.getParent() instanceof Spinner<?> spinner ? spinner : owner;
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at.equals(field)) {
                return;
            }
        }
        root.requestFocus();
    }

    /** Shows the page at this place of the rail; false when there is none. */
    @Override
    public boolean showPage(int place) {
        if (place < 0 || place >= shownPages.size()) {
            return false;
        }
        show(shownPages.get(place));
        return true;
    }

    @FXML
    @Override
    public void toggleSheet() {
        if (sheetShown()) {
            sheet().setVisible(false);
        } else if (current != null) {
            sheet().show(current.title(), current.shortcuts());
        }
    }

    @Override
    public boolean sheetShown() {
        return sheet != null && sheet.isVisible();
    }

    /** Made when it is first wanted: a start need not wait for it. */
    private ShortcutSheet sheet() {
        ShortcutSheet made = sheet;
        if (made == null) {
            made = new ShortcutSheet(this::toggleSheet);
            sheet = made;
            root.getChildren().add(made);
        }
        return made;
    }

    @FXML
    @Override
    public void toggleTheme() {
        preferences.update(p -> p.withTheme(p.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK));
    }

    /** Follows the preferences; JavaFX thread. */
    void themeChanged(Theme next) {
        Scene scene = root.getScene();
        if (scene != null) {
            Themes.apply(scene, next);
        }
        boolean dark = next == Theme.DARK;
        themeIcon.setIconLiteral(dark ? "mdi2w-weather-sunny" : "mdi2w-weather-night");
        theme.setText(dark ? "Light" : "Dark");
        themeTip.setText("Change to the " + (dark ? "light" : "dark") + " theme (Ctrl+T)");
    }
}
