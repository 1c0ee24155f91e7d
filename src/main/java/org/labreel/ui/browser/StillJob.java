package org.labreel.ui.browser;

import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.labreel.export.Still;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Notice.Choice;

/** Makes a still image of a frame in the background and tells what came of it. */
final class StillJob {
    private StillJob() {
    }

    /** Writes it beside its log. */
    static void save(BrowserServices services, OpenLog log, int frame, Still.Style style) {
        services.background().submit("Save frame " + frame,
                _ -> Stills.save(log.reader(), frame, style, services.preferences().get().recordings(),
                        services.decoders()),
                still -> saved(services, still), failure -> services.notices().error("The frame was not saved",
                        String.valueOf(failure.getMessage()), failure));
    }

    /** Puts it on the clipboard. */
    static void copy(BrowserServices services, OpenLog log, int frame, Still.Style style) {
        services.background().submit("Copy frame " + frame, _ -> {
            try (PictureDecoder decoder = services.decoders().get()) {
                return image(Still.of(log.reader(), frame, style, decoder));
            }
        }, image -> copied(services, image, frame), failure -> services.notices().error("The frame was not copied",
                String.valueOf(failure.getMessage()), failure));
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getByteBgraPreInstance(),
                picture.pixels(), picture.width() * 4);
        return image;
    }

    private static void copied(BrowserServices services, Image image, int frame) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        if (Clipboard.getSystemClipboard().setContent(content)) {
            services.notices().info("Frame " + frame + " is on the clipboard",
                    (int) image.getWidth() + " × " + (int) image.getHeight() + " pixels");
        } else {
            services.notices().warning("The frame was not copied", "The desktop's clipboard did not take it.");
        }
    }

    private static void saved(BrowserServices services, Path still) {
        services.notices().info("Frame saved", still.toString(),
                new Choice("Open", () -> services.opener().open(still)),
                new Choice("Show in folder", () -> services.opener().showInFolder(still)));
    }
}
