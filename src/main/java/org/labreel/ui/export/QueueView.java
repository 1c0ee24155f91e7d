package org.labreel.ui.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.labreel.export.ExportQueue.Entry;
import org.labreel.export.JobState;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Opener;

/** The list of clips that were made, are made, or wait. There may be several views of one queue. */
public final class QueueView {
    private final Exports queue;
    private final Opener opener;
    private final Map<Long, QueueEntry> entries = new HashMap<>();
    private final Parent root;

    @FXML
    private Label state;
    @FXML
    private Button clearButton;
    @FXML
    private Button cancelAllButton;
    @FXML
    private VBox list;

    @SuppressWarnings("NullAway.Init")
    public QueueView(Exports queue, Opener opener) {
        this.queue = queue;
        this.opener = opener;
        this.root = Fxml.load("queue.fxml", this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        queue.all().addListener((ListChangeListener<Entry>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        entries.keySet().retainAll(queue.all().stream().map(Entry::id).toList());
        List<Node> rows = new ArrayList<>();
        for (Entry each : shown()) {
            QueueEntry entry = entries.computeIfAbsent(each.id(), _ -> new QueueEntry(each, queue, opener));
            entry.refresh(each);
            rows.add(entry.root());
        }
        if (!rows.equals(list.getChildren())) {
            list.getChildren().setAll(rows);
        }
        long open = queue.unfinished();
        long ended = queue.all().size() - open;
        state.setText(words(open, ended));
        clearButton.setDisable(ended == 0);
        cancelAllButton.setVisible(open > 1);
    }

    /** What goes on first, then what waits in its order, then what has ended, the last of it at the top. */
    private List<Entry> shown() {
        List<Entry> ended = queue.all().stream().filter(each -> each.state().ended()).toList().reversed();
        Stream<Entry> running = queue.all().stream().filter(each -> each.state() instanceof JobState.Running);
        Stream<Entry> waiting = queue.all().stream().filter(each -> each.state() instanceof JobState.Waiting);
        return Stream.of(running, waiting, ended.stream()).flatMap(all -> all).toList();
    }

    private static String words(long open, long ended) {
        if (open + ended == 0) {
            return "No clip was exported yet.";
        }
        String finished = ended == 0 ? "" : ended + " ended";
        String going = open == 0 ? "" : open + " to be made";
        return going.isEmpty() || finished.isEmpty() ? going + finished : going + " · " + finished;
    }

    @FXML
    void clear() {
        queue.clear();
    }

    @FXML
    void cancelAll() {
        queue.cancelAll();
    }
}
