package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.labreel.feed.Heard;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplSource;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;

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
        Studio.open(args[0],
                folder -> new ServingShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run());
    }

    private void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), folder.resolve("cache"), _ -> {
                }, new NoOpener(), DemoServer.Settings.DEFAULT, List.of("demo")));
        Studio studio = new Studio(folder, console.shell()::root, preferences.get().theme(), width, height);
        TourScreen.until("frames", () -> console.live().attached() && console.live().model().figures().shown() > 0);
        Studio.act(() -> console.shell().select("settings"));
        TourScreen.until("all served", () -> studio.scene().getRoot().lookupAll(".settings-standing").stream()
                .filter(each -> each.getPseudoClassStates().toString().contains("running")).count() == 4);
        String player = studio.scene().getRoot().lookupAll(".settings-standing").stream().map(Object::toString)
                .filter(each -> each.contains("cpl://")).findFirst().orElseThrow()
                .replaceAll(".*(cpl://[^']*)'.*", "$1");
        try (CplSource source = new CplSource(vertx, CplAddress.parse(player))) {
            source.start(new Heard());
            TourScreen.watch(3);
            shots(studio);
        }
        Studio.act(() -> console.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void shots(Studio studio) throws Exception {
        for (Theme theme : Theme.values()) {
            Studio.act(() -> preferences.update(p -> p.withTheme(theme)));
            for (String at : List.of("#serve-sessions", "#serve-cpl")) {
                Studio.act(() -> scrolled(studio.scene(), at));
                TourScreen.watch(0.7);
                studio.picture("serving" + at.replace("#", "-") + "-" + width + "-" + Studio.name(theme));
            }
        }
    }

    /** Brings a node near the top of the page. */
    private static void scrolled(Scene scene, String at) {
        ScrollPane page = (ScrollPane) scene.lookup(".settings");
        Node content = page.getContent();
        double top = content.sceneToLocal(scene.lookup(at).localToScene(0, 0)).getY() - 100;
        double room = content.getLayoutBounds().getHeight() - page.getViewportBounds().getHeight();
        page.setVvalue(Math.clamp(top / Math.max(1, room), 0, 1));
    }
}
