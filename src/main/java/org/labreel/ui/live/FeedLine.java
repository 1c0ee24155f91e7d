package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.labreel.feed.FeedStatus;

/** The line under the page's title: how the feed of the selected source is, and the ways to other sources. */
final class FeedLine {
    private final SourceBar sources;

    @FXML
    private Region statusDot;
    @FXML
    private Label statusText;
    @FXML
    private Button change;
    @FXML
    private Button add;

    /**
     * @param sources
     *            takes the address of another source
     */
    @SuppressWarnings("NullAway.Init")
    FeedLine(SourceBar sources) {
        this.sources = sources;
    }

    /** Whether the ways to other sources are offered here. */
    void offerSources(boolean offered) {
        for (Button button : List.of(change, add)) {
            button.setVisible(offered);
            button.setManaged(offered);
        }
    }

    /**
     * @param whose
     *            name of the source where there are several
     */
    void show(Optional<String> whose, FeedStatus status) {
        statusText.setText(whose.map(name -> name + ": ").orElse("") + status.text());
        Dots.set(statusDot, Dots.Colour.of(status.state()));
    }

    @FXML
    void changeSource() {
        sources.toggleChange();
    }

    @FXML
    void addSource() {
        sources.openToAdd();
    }
}
