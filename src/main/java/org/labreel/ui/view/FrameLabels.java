package org.labreel.ui.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Icons;

/** What is written over a frame: hover text, banner, damage mark, zoom. All of it is transparent to the mouse. */
final class FrameLabels {
    private final Label hover = label("frame-hover");
    private final Label damage = label("frame-damage");
    private final Label zoom = label("frame-zoom");
    private final Label bannerText = new Label();
    private final StackPane banner = new StackPane();
    private final HeatLegend legend = new HeatLegend();

    FrameLabels() {
        damage.setGraphic(Icons.of("mdi2a-alert"));
        bannerText.getStyleClass().add("frame-banner-text");
        bannerText.setWrapText(true);
        VBox box = new VBox(Icons.of("mdi2v-video-off-outline", "frame-banner-icon"), bannerText);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("frame-banner-box");
        box.setMaxSize(420, VBox.USE_PREF_SIZE);
        banner.getStyleClass().add("frame-banner");
        banner.getChildren().add(box);
        banner.setMouseTransparent(true);
        banner.setVisible(false);
        legend.setVisible(false);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("frame-badge", styleClass);
        label.setMouseTransparent(true);
        label.setVisible(false);
        return label;
    }

    StackPane banner() {
        return banner;
    }

    Label hover() {
        return hover;
    }

    Label damage() {
        return damage;
    }

    Label zoom() {
        return zoom;
    }

    HeatLegend legend() {
        return legend;
    }

    /**
     * @param above
     *            whether it makes room for a board that is drawn by itself
     */
    void showBanner(Optional<String> text, boolean above) {
        banner.setAlignment(above ? Pos.TOP_CENTER : Pos.CENTER);
        text.ifPresent(bannerText::setText);
        banner.setVisible(text.isPresent());
    }

    void showDamage(Optional<String> text) {
        text.ifPresent(why -> damage.setText("Damaged frame: " + why));
        damage.setVisible(text.isPresent());
    }

    /** Lays everything into a view of this size. */
    void place(double width, double height) {
        banner.resizeRelocate(0, 0, width, height);
        damage.autosize();
        damage.relocate(12, 12);
        zoom.autosize();
        zoom.relocate(12, height - zoom.getHeight() - 12);
        legend.autosize();
        legend.relocate(width - legend.getWidth() - 12, height - legend.getHeight() - 12);
    }

    /** Puts the hover text beside the pointer, inside the view. */
    void showHover(String text, double x, double y, double width, double height) {
        hover.setText(text);
        hover.setVisible(true);
        hover.applyCss();
        hover.autosize();
        hover.relocate(Math.max(0, Math.min(x + 14, width - hover.getWidth() - 4)),
                Math.max(0, Math.min(y + 18, height - hover.getHeight() - 4)));
    }
}
