package org.labreel.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;

/** The least that shows a frame of a feed: a window with nothing but the picture. The floor of what a start costs. */
public final class BareWindow {
    private static final int PATIENCE_SECONDS = 60;

    private BareWindow() {
    }

    /** Argument: address of the feed. */
    public static void main(String[] args) throws Exception {
        Milestones.endOnFailure();
        System.setProperty("java.awt.headless", "true");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch shown = new CountDownLatch(1);
        ImageView view = new ImageView();
        var _ = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(args[0]), new First(view));
        Platform.startup(Milestones.endOnFailure(() -> open(view, shown)));
        if (!shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frame within " + PATIENCE_SECONDS + " s");
        }
        System.exit(0);
    }

    private static void open(ImageView view, CountDownLatch shown) {
        Milestones.reached("toolkit");
        view.setFitWidth(900);
        view.setPreserveRatio(true);
        Scene scene = new Scene(new StackPane(view), 1400, 900);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        Milestones.reached("window");
        scene.addPostLayoutPulseListener(() -> {
            if (view.getImage() != null && shown.getCount() > 0) {
                Milestones.reached("frame");
                Milestones.work();
                shown.countDown();
            }
        });
    }

    /** Shows the first frame that comes, and asks for no more. */
    private static final class First implements WebSocket.Listener {
        private final ImageView view;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        First(ImageView view) {
            this.view = view;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            message.writeBytes(part);
            if (last) {
                show();
            } else {
                socket.request(1);
            }
            return null;
        }

        private void show() {
            try {
                if (EventCodec.decode(Bytes.wrap(message.toByteArray())) instanceof DeviceEvent.Image frame) {
                    Image picture = new Image(new ByteArrayInputStream(frame.data().toArray()));
                    Platform.runLater(() -> view.setImage(picture));
                }
            } catch (MalformedEventException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
