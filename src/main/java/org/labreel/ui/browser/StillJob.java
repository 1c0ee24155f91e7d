package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.labreel.export.Still;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Notice.Choice;

/** Makes still images of the frame that is shown, in the background, and tells what came of them. JavaFX thread. */
final class StillJob {
    private final BrowserServices services;
    private final BrowserModel model;
    private final StillChoices choices;

    StillJob(BrowserServices services, BrowserModel model, StillChoices choices) {
        this.services = services;
        this.model = model;
        this.choices = choices;
    }

    StillChoices choices() {
        return choices;
    }

    /** Writes the frame beside its log. */
    void save() {
        int frame = model.transport().frame();
        Still.Style style = choices.style();
        shown().ifPresent(log -> services.background().submit("Save frame " + frame,
                _ -> Stills.save(log.reader(), frame, style, services.preferences().get().recordings(),
                        PictureDecoder::best),
                this::saved, failure -> services.notices().error("The frame was not saved",
                        String.valueOf(failure.getMessage()), failure)));
    }

    /** Puts the frame on the clipboard. */
    void copy() {
        int frame = model.transport().frame();
        Still.Style style = choices.style();
        shown().ifPresent(log -> services.background().submit("Copy frame " + frame, _ -> {
            // Pixel by pixel, also where the window shows a huge picture reduced.
            try (PictureDecoder decoder = PictureDecoder.best()) {
                return image(Still.of(log.reader(), frame, style, decoder));
            }
        }, image -> copied(image, frame), failure -> services.notices().error("The frame was not copied",
                String.valueOf(failure.getMessage()), failure)));
    }

    private Optional<OpenLog> shown() {
        return model.openProperty().get().filter(_ -> model.transport().frame() >= 0);
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getByteBgraPreInstance(),
                picture.pixels(), picture.width() * 4);
        return image;
    }

    private void copied(Image image, int frame) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        if (Clipboard.getSystemClipboard().setContent(content)) {
            services.notices().info("Frame " + frame + " is on the clipboard",
                    (int) image.getWidth() + " × " + (int) image.getHeight() + " pixels");
        } else {
            services.notices().warning("The frame was not copied", "The desktop's clipboard did not take it.");
        }
    }

    private void saved(Path still) {
        services.notices().info("Frame saved", still.toString(),
                new Choice("Open", () -> services.opener().open(still)),
                new Choice("Show in folder", () -> services.opener().showInFolder(still)));
    }
}
