package org.labreel.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSelection;
import org.labreel.ui.timeline.Timelines;

/** Makes pictures of the timeline by itself, to be looked at: the argument is the folder for them. */
public final class TimelineShots {
    private TimelineShots() {
    }

    public static void main(String[] args) throws Exception {
        Studio.open(args[0], folder -> {
            for (Theme theme : Theme.values()) {
                for (int width : new int[]{1200, 2480}) {
                    shoot(theme, width, width < 2000 ? 250 : 380, folder);
                }
            }
        });
    }

    private static void shoot(Theme theme, int width, int height, Path target) throws Exception {
        TimelineContent content = Timelines.experiment(240);
        TimelineModel model = Studio.fx(() -> new TimelineModel(ZoneId.of("Europe/Berlin")));
        Timeline timeline = Studio.fx(() -> new Timeline(model));
        Studio studio = new Studio(target, () -> new StackPane(timeline), theme, width, height);
        Studio.act(() -> {
            model.shownProperty().set(Set.of("voltage", "capacitance", "temperature-1"));
            model.contentProperty().set(content);
            long from = content.zeroNanos();
            model.selectionProperty().set(new TimelineSelection(true,
                    new TimeSpan(from + 60 * Timelines.SECOND, from + 140 * Timelines.SECOND), 600, 1400));
            model.playheadProperty().set(OptionalLong.of(from + 97 * Timelines.SECOND));
        });
        String name = Studio.name(theme) + "-" + width;
        studio.still("timeline-" + name);
        Studio.act(() -> {
            model.fit();
            model.wallTimeProperty().set(true);
        });
        studio.still("timeline-all-" + name);
        Studio.act(() -> {
            model.show(new TimeSpan(content.zeroNanos() + 95 * Timelines.SECOND,
                    content.zeroNanos() + 104 * Timelines.SECOND));
            hover(timeline.lookup(".timeline-lanes"), width / 2.0, 50);
        });
        studio.still("timeline-near-" + name);
        studio.close();
    }

    private static void hover(Node node, double x, double y) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, false, false, false, null));
    }
}
