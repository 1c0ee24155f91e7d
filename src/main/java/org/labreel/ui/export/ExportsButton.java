package org.labreel.ui.export;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.labreel.export.ExportQueue.Entry;
import org.labreel.export.JobState;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Themes;

/** The entry of the status bar that tells how the exports are, and opens their list over whatever page is shown. */
public final class ExportsButton extends Button {
    private final Exports queue;
    private final Opener opener;
    private Optional<PopOver> list = Optional.empty();

    public ExportsButton(Exports queue, Opener opener) {
        super("", Icons.of("mdi2m-movie-open-outline"));
        this.queue = queue;
        this.opener = opener;
        setId("exportsButton");
        getStyleClass().addAll("flat", "small", "jobs-button");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip("Clips that were made, are being made, or wait"));
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> open());
        queue.all().addListener((ListChangeListener<Entry>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        setVisible(!queue.all().isEmpty());
        setText(queue.running().map(this::working).orElseGet(this::ended));
    }

    private String working(JobState.Running now) {
        long waiting = queue.unfinished() - 1;
        return String.format(Locale.ROOT, "Export %.0f %%", now.part() * 100) + (now.paused() ? ", paused" : "")
                + (waiting > 0 ? " · " + waiting + " waiting" : "");
    }

    private String ended() {
        long failed = queue.all().stream().filter(each -> each.state() instanceof JobState.Failed).count();
        return failed > 0 ? "Exports: " + failed + " failed" : "Exports: all ended";
    }

    private void open() {
        PopOver popOver = list.orElseGet(this::make);
        list = Optional.of(popOver);
        popOver.show(this);
    }

    private PopOver make() {
        Region view = (Region) new QueueView(queue, opener).root();
        view.setPrefSize(520, 320);
        view.getStyleClass().add("export-popup");
        PopOver made = new PopOver(view);
        made.setTitle("Exports");
        made.setHeaderAlwaysVisible(true);
        made.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        Themes.dress(made.getRoot());
        return made;
    }
}
