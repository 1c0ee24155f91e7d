package org.labreel.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
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
     */
    public static Parent load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(controller.getClass().getResource(name), name));
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the view " + name + " cannot be built", e);
        }
    }
}
