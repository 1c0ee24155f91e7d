package org.labreel.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a view for a controller that was constructed by hand, with all that it needs. */
public final class Fxml {
    private Fxml() {
    }

    /**
     * @param name
     *            of the resource beside the controller's class, "live.fxml"; it names the controller's class
     * @param parts
     *            controllers of the views that it includes
     */
    public static Parent load(String name, Object controller, Object... parts) {
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(controller.getClass().getResource(name), name));
        List<Object> all = new ArrayList<>(List.of(parts));
        all.add(controller);
        loader.setControllerFactory(type -> all.stream().filter(type::isInstance).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " asks for a " + type.getName())));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the view " + name + " cannot be built", e);
        }
    }
}
