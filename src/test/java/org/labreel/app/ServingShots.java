package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.labreel.feed.Heard;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplSource;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.Themes;

/** Pictures of what is served, in the settings, with everything switched on: FOLDER WIDTH HEIGHT. */
final class ServingShots {
    private final Path folder;
    private final int width;
    private final int height;
    private final MemoryPreferences preferences;

    private ServingShots(Path folder, int width, int height) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        ServingChoices others = ServingChoices.USUAL.withOthers(true);
        preferences = new MemoryPreferences(Preferences.first(folder).withServing(Serving.NOTHING
                .withDoor(Service.SESSIONS, new Serving.Door(true, 0))
                .withDoor(Service.RELAY, new Serving.Door(true, 0))
                .withDoor(Service.PI_CAMERA, new Serving.Door(true, 0, others.withDiscoverable(true)))
                .withDoor(Service.CPL, new Serving.Door(true, 0, ServingChoices.USUAL))));
    }

    public static void main(String[] args) throws Exception {
        Machine.drawHeadless();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        new ServingShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
        Platform.exit();
    }

    private void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), folder.resolve("cache"), _ -> {
                }, new Nobody(), DemoServer.Settings.DEFAULT, List.of("demo")));
        Scene scene = TourScreen.fx(() -> show(console));
        TourScreen screen = new TourScreen(scene, folder);
        TourScreen.until("frames", () -> console.live().attached() && console.live().model().figures().shown() > 0);
        TourScreen.fx(() -> {
            console.shell().select("settings");
            return true;
        });
        TourScreen.until("all served", () -> scene.getRoot().lookupAll(".settings-standing").stream()
                .filter(each -> each.getPseudoClassStates().toString().contains("running")).count() == 4);
        String player = scene.getRoot().lookupAll(".settings-standing").stream().map(Object::toString)
                .filter(each -> each.contains("cpl://")).findFirst().orElseThrow()
                .replaceAll(".*(cpl://[^']*)'.*", "$1");
        try (CplSource source = new CplSource(vertx, CplAddress.parse(player))) {
            source.start(new Heard());
            TourScreen.watch(3);
            shots(screen, scene);
        }
        TourScreen.fx(() -> {
            console.close();
            return true;
        });
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void shots(TourScreen screen, Scene scene) throws Exception {
        for (Theme theme : Theme.values()) {
            for (String at : List.of("#serve-sessions", "#serve-cpl")) {
                TourScreen.fx(() -> {
                    preferences.update(p -> p.withTheme(theme));
                    return scrolled(scene, at);
                });
                TourScreen.watch(0.7);
                screen.picture("serving" + at.replace("#", "-") + "-" + width + "-"
                        + theme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Brings a node near the top of the page. */
    private static boolean scrolled(Scene scene, String at) {
        ScrollPane page = (ScrollPane) scene.lookup(".settings");
        Node content = page.getContent();
        double top = content.sceneToLocal(scene.lookup(at).localToScene(0, 0)).getY() - 100;
        double room = content.getLayoutBounds().getHeight() - page.getViewportBounds().getHeight();
        page.setVvalue(Math.clamp(top / Math.max(1, room), 0, 1));
        return true;
    }

    private Scene show(Console console) {
        Scene scene = new Scene(console.shell().root(), width, height);
        Themes.apply(scene, Theme.DARK);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.setWidth(width);
        stage.setHeight(height);
        return scene;
    }

    private static final class Nobody implements Opener {
        @Override
        public void open(Path file) {
            // Pictures only.
        }

        @Override
        public void showInFolder(Path file) {
            // The same.
        }
    }
}
