package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * P7: start to first live frame as the packaged program starts, memory while live, processor time when connected to
 * nothing. The peer is a bare window on the same feed, with the same options and its own prepared classes.
 */
final class StartBench {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Preparing classes takes a minute of two processors. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);
    private static final String LIVE = "demo";
    private static final String IDLE_AFTER_SECONDS = "60";
    private static final double FPS = 30;

    private final Child child;
    private final Path folder;
    private final String feed;

    private StartBench(Path folder, String feed) throws IOException {
        this.folder = folder;
        this.feed = feed;
        this.child = new Child(packed(folder), folder);
    }

    static void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Scratch scratch = new Scratch("start"); Frames frames = new Frames(vertx, Frames.jpegs(190_000))) {
            frames.pace(FPS);
            StartBench bench = new StartBench(scratch.folder(), frames.address().toString());
            bench.starts();
            bench.afterwards();
        } finally {
            vertx.close();
        }
    }

    /** Prepared classes are taken from jars only: folders of classes become one, as in the packaged program. */
    private static String packed(Path folder) throws IOException {
        Path jar = folder.resolve("classes.jar");
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (String entry : Child.ownClassPath()) {
                if (Files.isDirectory(Path.of(entry))) {
                    pack(Path.of(entry), out);
                } else {
                    path.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, path);
    }

    private static void pack(Path classes, JarOutputStream out) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    private void starts() throws Exception {
        Path ours = folder.resolve("ours.aot");
        Path theirs = folder.resolve("theirs.aot");
        child.run(List.of("-XX:AOTCacheOutput=" + ours), FirstFrame.class, LONG_PATIENCE, LIVE, "6", "0");
        child.run(List.of("-XX:AOTCacheOutput=" + theirs), BareWindow.class, LONG_PATIENCE, feed);
        List<Map<String, Double>> prepared = new ArrayList<>();
        List<Map<String, Double>> fed = new ArrayList<>();
        List<Map<String, Double>> plain = new ArrayList<>();
        List<Map<String, Double>> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            prepared.add(child.run(List.of("-XX:AOTCache=" + ours), FirstFrame.class, PATIENCE, LIVE, "0", "0"));
            fed.add(child.run(List.of("-XX:AOTCache=" + ours), FirstFrame.class, PATIENCE, feed, "0", "0"));
            bare.add(child.run(List.of("-XX:AOTCache=" + theirs), BareWindow.class, PATIENCE, feed));
            plain.add(child.run(List.of(), FirstFrame.class, PATIENCE, LIVE, "0", "0"));
        }
        say("P7 start to first live frame of the demo (<= 2 s)", prepared);
        say("P7 the same of a device server beside it that sends 30 fps of 190 kB", fed);
        say("P7 the same without prepared classes", plain);
        say("P7 peer: a bare window that shows one frame of that server, with prepared classes", bare);
        System.out.printf(Locale.ROOT, "P7 ours to the bare window: %.2f times as long, %.2f times the work%n",
                median(fed, "frame") / median(bare, "frame"), median(fed, "work") / median(bare, "work"));
    }

    private static void say(String what, List<Map<String, Double>> rounds) {
        System.out.printf(Locale.ROOT, "%s: %.2f s (toolkit up at %.2f, window at %.2f; %.2f s of processor time), "
                + "median of %d%n", what, median(rounds, "frame") / 1000, median(rounds, "toolkit") / 1000,
                median(rounds, "window") / 1000, median(rounds, "work") / 1000, rounds.size());
    }

    private void afterwards() throws Exception {
        Map<String, Double> live = child.run(List.of(), FirstFrame.class, PATIENCE, LIVE, "10", "10");
        System.out.printf(Locale.ROOT, "P7 heap after collection while live at 30 fps (<= 300 MB): %.0f MB; live view "
                + "and demo together take %.2f of one processor%n", figure(live, "heap"), figure(live, "cpu"));
        Map<String, Double> idle = child.run(List.of(), FirstFrame.class, PATIENCE, FirstFrame.NOBODY,
                IDLE_AFTER_SECONDS, "20");
        System.out.printf(Locale.ROOT, "P7 idle, connected to nothing, %s s after the start (near 0): %.4f of one "
                + "processor%n", IDLE_AFTER_SECONDS, figure(idle, "cpu"));
    }

    private static double median(List<Map<String, Double>> rounds, String what) {
        return Duel.median(rounds.stream().mapToDouble(round -> figure(round, what)).toArray());
    }

    private static double figure(Map<String, Double> figures, String what) {
        return figures.getOrDefault(what, Double.NaN);
    }
}
