package org.labreel.ui.settings;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingState;
import org.labreel.ui.kit.Ticker;

/** What this program serves to others: a switch for each service, and who may call. */
final class ServingPanel {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final PreferencesHolder preferences;
    private final ServingState state;
    private final Ticker ticker = new Ticker(Duration.ofMillis(500), this::tell);
    private final Map<Service, ServiceRow> rows = new EnumMap<>(Service.class);
    /** Begins as true: the fields tell at once that they have no focus, and nobody left them. */
    private boolean showing = true;

    @FXML
    private VBox services;
    @FXML
    private TextField bind;
    @FXML
    private PasswordField secret;
    @FXML
    private TextField allowed;
    @FXML
    private Label problem;

    @SuppressWarnings("NullAway.Init")
    ServingPanel(PreferencesHolder preferences, ServingState state) {
        this.preferences = preferences;
        this.state = state;
    }

    @FXML
    void initialize() {
        for (Service each : Service.values()) {
            ServiceRow row = new ServiceRow(each, door -> change(now -> now.withDoor(each, door)));
            rows.put(each, row);
            services.getChildren().add(row.node());
        }
        takeWhenLeft(bind, text -> now -> now.withBind(text.strip()));
        takeWhenLeft(allowed, text -> now -> now.withAllowed(text.strip()));
        takeWhenLeft(secret, text -> now -> now.withSecret(text.strip()));
        show(preferences.get().serving());
    }

    private interface Taking {
        UnaryOperator<Serving> of(String text);
    }

    private void takeWhenLeft(TextField field, Taking taking) {
        field.setOnAction(_ -> change(taking.of(field.getText())));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                change(taking.of(field.getText()));
            }
        });
    }

    /** Values that were only put on show are no choices of the operator. */
    private void change(UnaryOperator<Serving> change) {
        if (!showing) {
            preferences.update(p -> p.withServing(change.apply(p.serving())));
            show(preferences.get().serving());
        }
    }

    void show(Serving serving) {
        showing = true;
        bind.setText(serving.bind());
        secret.setText(serving.secret());
        allowed.setText(serving.allowed());
        List<String> sources = preferences.get().sources().addresses();
        boolean listed = !serving.allowedAddresses().isEmpty();
        rows.forEach((service, row) -> row.show(serving.door(service), sources, listed));
        Optional<String> wrong = serving.refusal();
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        bind.pseudoClassStateChanged(DANGER, serving.bind().isBlank());
        secret.pseudoClassStateChanged(DANGER, wrong.isPresent() && !serving.bind().isBlank());
        showing = false;
        tell();
    }

    private void tell() {
        rows.forEach((service, row) -> row.tell(state.of(service)));
    }

    void activate() {
        ticker.start();
    }

    void deactivate() {
        ticker.close();
    }
}
