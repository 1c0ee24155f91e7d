package org.labreel.ui.session;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.labreel.session.DeskListener.Connection;
import org.labreel.session.SessionDesk;

/** Where the sessions are: in this program or in another, and how the connection there does. */
final class DeskBar {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final String USUAL_PATH = "/v1/graphql";

    private final SessionsModel model;
    private final SessionServices services;

    @FXML
    private ToggleButton here;
    @FXML
    private ToggleButton elsewhere;
    @FXML
    private HBox address;
    @FXML
    private TextField url;
    @FXML
    private PasswordField secret;
    @FXML
    private Label problem;
    @FXML
    private Region dot;
    @FXML
    private Label words;
    @FXML
    private Tooltip tip;

    @SuppressWarnings("NullAway.Init")
    DeskBar(SessionsModel model, SessionServices services) {
        this.model = model;
        this.services = services;
    }

    @FXML
    void initialize() {
        here.setSelected(true);
        address.managedProperty().bind(address.visibleProperty());
        address.setVisible(false);
        url.setText(services.preferences().get().sessions().endpoint());
        DraftField.say(problem, Optional.empty(), Optional.empty());
    }

    void show() {
        Connection now = model.desk().connection();
        words.setText(now.words());
        tip.setText(now.words());
        dot.getStyleClass().setAll("dot", now.up() ? "good" : model.desk().everUp() ? "bad" : "warn");
        boolean lost = !now.up() && model.desk().everUp();
        words.pseudoClassStateChanged(DANGER, lost);
    }

    @FXML
    void chooseHere() {
        here.setSelected(true);
        address.setVisible(false);
        if (model.desk().remote()) {
            model.use(services.local(), false);
        }
    }

    @FXML
    void chooseElsewhere() {
        elsewhere.setSelected(true);
        address.setVisible(true);
        url.requestFocus();
    }

    @FXML
    void connect() {
        Optional<URI> endpoint = endpoint(Objects.requireNonNullElse(url.getText(), ""));
        DraftField.say(problem, endpoint.isPresent()
                ? Optional.empty()
                : Optional.of("Write the address that the other program says, as http://HOST:8080" + USUAL_PATH + "."),
                Optional.empty());
        url.pseudoClassStateChanged(DANGER, endpoint.isEmpty());
        endpoint.ifPresent(uri -> {
            url.setText(uri.toString());
            services.preferences().update(p -> p.withSessions(p.sessions().withEndpoint(uri.toString())));
            SessionDesk desk = services.remote().apply(uri,
                    Optional.ofNullable(secret.getText()).filter(text -> !text.isBlank()));
            model.use(desk, true);
        });
    }

    /** What was left out is put in: the scheme, the usual path. */
    static Optional<URI> endpoint(String text) {
        String given = text.strip();
        String whole = given.contains("://") ? given : "http://" + given;
        try {
            URI uri = URI.create(whole);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (given.isEmpty() || uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
            return Optional.of(bare ? uri.resolve(USUAL_PATH) : uri);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
