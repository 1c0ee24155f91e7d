package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.labreel.ui.timeline.TimelineActions.Choice;

/** The context menu of a place on the timeline. */
final class TimelineMenu {
    private final TimelineModel model;

    TimelineMenu(TimelineModel model) {
        this.model = model;
    }

    ContextMenu at(Hit hit, long nanos) {
        ContextMenu menu = new ContextMenu();
        if (hit instanceof Hit.Head(Lane lane) && lane.kind() != Lane.Kind.RULER) {
            menu.getItems().addAll(SignalMenu.items(model));
            return menu;
        }
        long instant = TimelineText.instantOf(hit, nanos, model.content());
        add(menu, model.actions().choices(hit, instant));
        add(menu, editing(instant));
        add(menu, looking(hit));
        Menu signals = new Menu("Signals");
        signals.getItems().addAll(SignalMenu.items(model));
        menu.getItems().add(signals);
        return menu;
    }

    private List<Choice> editing(long nanos) {
        List<Choice> choices = new ArrayList<>();
        TimelineSelection selection = model.selectionProperty().get();
        if (model.actions().editable()) {
            choices.add(new Choice("Add a marker here", () -> model.actions().addMarker(nanos)));
        }
        if (selection.count() > 0) {
            TimeSpan span = selection.span();
            choices.add(new Choice("Begin the range here", () -> model.actions()
                    .select(new TimeSpan(nanos, nanos > span.endNanos() ? nanos : span.endNanos()))));
            choices.add(new Choice("End the range here", () -> model.actions()
                    .select(new TimeSpan(nanos < span.startNanos() ? nanos : span.startNanos(), nanos))));
        }
        if (selection.marked()) {
            choices.add(new Choice("Show the range", () -> model.show(selection.span())));
            choices.add(new Choice("Clear the range", () -> model.actions().clearSelection()));
        }
        return choices;
    }

    private List<Choice> looking(Hit hit) {
        List<Choice> choices = new ArrayList<>();
        if (hit instanceof Hit.Range(var range)) {
            choices.add(new Choice("Show " + (range.name().isBlank() ? "this range" : range.name()),
                    () -> model.show(range.span())));
        }
        choices.add(new Choice("Show the whole log", model::fit));
        choices.add(model.wallTimeProperty().get()
                ? new Choice("Ruler: time since the start", () -> model.wallTimeProperty().set(false))
                : new Choice("Ruler: time of day", () -> model.wallTimeProperty().set(true)));
        return choices;
    }

    private static void add(ContextMenu menu, List<Choice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        for (Choice choice : choices) {
            MenuItem item = new MenuItem(choice.text());
            item.setOnAction(_ -> choice.action().run());
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
    }
}
