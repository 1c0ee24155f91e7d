package org.labreel.ui.timeline;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * Shows a {@link TimelineModel}: what was recorded, marked, lost and measured along time, at any zoom, and where the
 * operator stands in it. The model holds everything; this is its face.
 */
public final class Timeline extends Control {
    private static final String SHEET = "/styles/timeline.css";

    private final TimelineModel model;
    private final ObjectProperty<Optional<Node>> lead = new SimpleObjectProperty<>(Optional.empty());

    public Timeline(TimelineModel model) {
        this.model = model;
        getStyleClass().add("timeline");
        getStylesheets().add(Objects.requireNonNull(Timeline.class.getResource(SHEET), SHEET).toExternalForm());
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        model.playheadProperty().subscribe(() -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        model.selectionProperty().subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }

    public TimelineModel model() {
        return model;
    }

    /** What stands in the bar, while it is visible, in place of the words about the selection; no higher than these. */
    public ObjectProperty<Optional<Node>> leadProperty() {
        return lead;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TimelineSkin(this, model, lead);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, @Nullable Object... parameters) {
        TimelineContent content = model.content();
        return switch (attribute) {
            case TEXT -> words();
            case VALUE -> seconds(model.playheadProperty().get().orElse(content.zeroNanos()));
            case MIN_VALUE -> seconds(content.focus().startNanos());
            case MAX_VALUE -> seconds(content.focus().endNanos());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private double seconds(long nanos) {
        return (nanos - model.content().zeroNanos()) / 1e9;
    }

    private String words() {
        TimelineContent content = model.content();
        OptionalLong head = model.playheadProperty().get();
        String place = head.isEmpty()
                ? "Timeline"
                : "Timeline at " + TimelineText.elapsed(head.getAsLong() - content.zeroNanos(), 3) + " of "
                        + TimelineText.elapsed(content.focus().endNanos() - content.zeroNanos(), 3);
        return place + ". " + model.text().selection(model.selectionProperty().get(), content) + ".";
    }
}
