package org.labreel.ui.browser;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.labreel.export.SideBySide;
import org.labreel.ui.kit.MarkerColour;

/** Markers and named ranges of the browser put together: the model, its panel, its keys. JavaFX thread. */
final class Marks implements BrowserKeys.MarkActions, MarkersView.Actions {
    private final BrowserModel model;
    private final Transport transport;
    private final BrowserServices services;
    private final ExportDoor door;
    private final Consumer<KeyEvent> keys;
    private final Annotations annotations;
    private final MarkersView view;
    private Supplier<SideBySide> cameras = () -> SideBySide.NONE;

    /**
     * @param keys
     *            takes the keys that mean nothing in the list
     */
    Marks(BrowserModel model, Transport transport, BrowserServices services, ExportDoor door,
            Consumer<KeyEvent> keys) {
        this.model = model;
        this.transport = transport;
        this.services = services;
        this.door = door;
        this.keys = keys;
        this.annotations = new Annotations(services.marks(), services.ui());
        this.view = new MarkersView(annotations, transport, this);
        model.openProperty().subscribe(annotations::show);
    }

    /** What is looked at beside the log, from now on. */
    void besides(Supplier<SideBySide> shown) {
        cameras = shown;
    }

    Annotations annotations() {
        return annotations;
    }

    Parent root() {
        return view.root();
    }

    /** Reads what a recording has added since. */
    void refresh() {
        annotations.show(model.openProperty().get());
    }

    @Override
    public void mark() {
        annotations.addMarker(transport.frame(), "", MarkerColour.YELLOW.css(), _ -> {
        });
    }

    @Override
    public void write() {
        view.writeAt(transport.frame());
    }

    @Override
    public void keepRange() {
        FrameRange range = transport.rangeProperty().get();
        int frames = transport.index().frames();
        if (frames > 0 && range.marked()) {
            annotations.addRanges(List.of(new Annotations.Part("", range.first(), range.last(frames),
                    MarkerColour.BLUE.css()))).forEach(view::write);
        }
    }

    @Override
    public void undo() {
        annotations.undo();
    }

    @Override
    public void redo() {
        annotations.redo();
    }

    @Override
    public void goTo(int frame) {
        transport.goTo(frame);
    }

    @Override
    public void export(List<LogRange> ranges) {
        if (!ranges.isEmpty()) {
            offer(ranges);
        }
    }

    /** Sends the marked part of the log, else all of it, to export. */
    void exportSelection() {
        offer(List.of());
    }

    private void offer(List<LogRange> wanted) {
        model.openProperty().get().filter(log -> log.frames() > 0).ifPresent(log -> door
                .offer(Offers.of(log, transport.rangeProperty().get(), annotations.allProperty().get(), wanted,
                        new OtherLogs(log.reader().file(), services)).beside(cameras.get())));
    }

    @Override
    public void key(KeyEvent event) {
        keys.accept(event);
    }
}
