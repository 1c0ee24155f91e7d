package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.feed.FeedStatus;
import org.labreel.ui.kit.Notice.Choice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Units;

/** The record button with its state, and the marker button. */
final class RecordPanel {
    /** Of the page that the words may take at most. */
    private static final double WIDTH_SHARE = 0.4;
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final Notices notices;
    private final Opener opener;
    private final MarkerStrip strip;
    private final Consumer<Path> review;
    private final Map<String, RecordWatch> watches = new HashMap<>();
    private @Nullable RecordControl control;
    private List<LiveSource> sources = List.of();

    @FXML
    private VBox text;
    @FXML
    private Label state;
    @FXML
    private Label detail;
    @FXML
    private Button marker;
    @FXML
    private Button record;
    @FXML
    private FontIcon icon;
    @FXML
    private Tooltip recordTip;

    /**
     * @param review
     *            opens a finished recording
     */
    @SuppressWarnings("NullAway.Init")
    RecordPanel(Notices notices, Opener opener, MarkerStrip strip, Consumer<Path> review) {
        this.notices = notices;
        this.opener = opener;
        this.strip = strip;
        this.review = review;
    }

    /**
     * Has its words on one line where the page is wide enough, since a second line pushes the frames down; where it is
     * narrow they leave room for the line of the feed.
     */
    void within(ObservableDoubleValue pageWidth) {
        detail.maxWidthProperty().bind(Bindings.multiply(pageWidth, WIDTH_SHARE));
    }

    /** Records these sources from now on. */
    void attach(List<LiveSource> newSources, RecordControl newControl) {
        sources = List.copyOf(newSources);
        watches.keySet().retainAll(sources.stream().map(LiveSource::address).toList());
        if (!newControl.equals(control)) {
            control = newControl;
            newControl.onChange(() -> {
                if (newControl.equals(control)) {
                    refresh();
                }
            });
        }
        refresh();
    }

    void refresh() {
        RecordControl now = control;
        if (now == null) {
            return;
        }
        now.check();
        RecordText words = words(now);
        boolean recording = now.phase() == RecordControl.Phase.RECORDING;
        state.setText(words.state());
        detail.setText(words.detail());
        for (var node : List.of(text, record)) {
            node.pseudoClassStateChanged(RECORDING, recording);
        }
        text.pseudoClassStateChanged(FAULT, words.fault());
        record.setText(recording ? "Stop" : "Record");
        icon.setIconLiteral(recording ? "mdi2s-stop" : "mdi2r-record");
        recordTip.setText(recording ? "End this segment and save it (R)" : "Begin a segment (R)");
        // Never disabled while it waits: the focus would go on to the next field, and keys with it.
        record.setDisable(false);
        marker.setDisable(!recording);
        sources.forEach(source -> tellOfFault(now, source));
    }

    private RecordText words(RecordControl now) {
        if (sources.size() == 1) {
            return words(now, sources.getFirst());
        }
        String troubles = sources.stream().flatMap(source -> {
            RecordText words = words(now, source);
            return words.fault() ? Stream.of(source.title() + ": " + words.detail()) : Stream.empty();
        }).collect(Collectors.joining("\n"));
        return RecordText.ofMany(now.phase(), now.status(), now.folder(), sources.size(), troubles);
    }

    private static RecordText words(RecordControl now, LiveSource source) {
        return RecordText.of(now.phase(), now.status(source.address()), now.folder(), connected(source));
    }

    private static boolean connected(LiveSource source) {
        return source.model().status().state() == FeedStatus.State.CONNECTED;
    }

    private void tellOfFault(RecordControl now, LiveSource source) {
        watches.computeIfAbsent(source.address(), _ -> new RecordWatch(notices)).look(now.phase(), words(now, source),
                sources.size() == 1 ? Optional.empty() : Optional.of(source.title()));
    }

    @FXML
    void toggle() {
        RecordControl now = control;
        if (now == null) {
            return;
        }
        if (now.phase() == RecordControl.Phase.RECORDING) {
            CompletionStage<List<RecordControl.Saved>> stopping = now.stop();
            stopping.handle((saved, failure) -> failure == null ? saved : broken(now, failure))
                    .thenAccept(this::tellSaved);
        } else if (now.phase() == RecordControl.Phase.IDLE) {
            tellOfAbsent();
            CompletionStage<RecordControl.Begun> starting = now.start();
            starting.whenComplete((begun, failure) -> {
                if (failure == null) {
                    begun.failures().forEach((address, why) -> notices.error(
                            LiveSource.title(address) + " is not being recorded", "The others are.", why));
                } else {
                    notices.error("The recording did not start",
                            "Nothing was written; the live view goes on. Look at the recordings folder in Settings.",
                            failure);
                }
            });
        }
    }

    /** Which of several sources are not there at the press is said, one by one. */
    private void tellOfAbsent() {
        List<LiveSource> absent = sources.stream().filter(source -> !connected(source)).toList();
        if (sources.size() > 1 && !absent.isEmpty()) {
            String each = absent.stream().map(source -> source.title() + ": " + source.model().status().text() + ".")
                    .collect(Collectors.joining("\n"));
            notices.warning("Recording " + (sources.size() - absent.size()) + " of " + sources.size() + " sources",
                    each + "\nWhat is missing is recorded from when it comes.");
        }
    }

    private List<RecordControl.Saved> broken(RecordControl by, Throwable failure) {
        notices.error("The segment was not completed in order", "What had been written is kept"
                + by.folder().map(folder -> " in " + folder).orElse("") + " and can be opened.", failure);
        return List.of();
    }

    private void tellSaved(List<RecordControl.Saved> saved) {
        if (saved.isEmpty()) {
            return;
        }
        Path file = saved.getFirst().file();
        long bytes = saved.stream().mapToLong(each -> each.segment().bytes()).sum();
        long frames = saved.stream().mapToLong(each -> each.segment().frames()).sum();
        boolean one = saved.size() == 1;
        Path known = one ? file : Optional.ofNullable(file.getParent()).orElse(file);
        notices.info(one ? "Segment saved" : saved.size() + " segments saved", (one ? file : known).getFileName()
                + " · " + Units.bytes(bytes) + " · " + Units.count(frames) + " frames",
                new Choice("Review", () -> review.accept(file)),
                new Choice("Show in folder", () -> opener.showInFolder(file)),
                new Choice("Copy path", () -> Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, known.toString()))));
    }

    @FXML
    void mark() {
        RecordControl now = control;
        if (now != null) {
            now.mark(strip.colour()).ifPresent(set -> strip.offer(now, set,
                    "Marker " + now.markers() + " at " + Units.elapsed(now.status().elapsed())));
        }
    }
}
