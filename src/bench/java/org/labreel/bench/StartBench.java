package org.labreel.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** P7: start to first live frame of the demo, memory while live, processor time when connected to nothing. */
final class StartBench {
    private static final int ROUNDS = 5;

    private StartBench() {
    }

    static void run() throws Exception {
        List<Map<String, Double>> live = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            live.add(child("live", round == 0 ? "10" : "4"));
        }
        Map<String, Double> idle = child("ws://127.0.0.1:9", "30");
        System.out.printf(Locale.ROOT, "P7 start to first live frame (<= 2 s): %.2f s (toolkit up at %.2f, window at "
                + "%.2f; %.1f s of processor time), median of %d%n", median(live, "frame") / 1000,
                median(live, "toolkit") / 1000,
                median(live, "window") / 1000, median(live, "work") / 1000, ROUNDS);
        System.out.printf(Locale.ROOT, "P7 heap after collection while live at 30 fps (<= 300 MB): %.0f MB; live view "
                + "and demo together take %.2f of one processor%n", live.getFirst().get("heap"), median(live, "cpu"));
        System.out.printf(Locale.ROOT, "P7 idle, connected to nothing (near 0): %.3f of one processor%n",
                idle.get("cpu"));
    }

    private static double median(List<Map<String, Double>> rounds, String what) {
        return Duel.median(rounds.stream().mapToDouble(r -> r.getOrDefault(what, Double.NaN)).toArray());
    }

    private static Map<String, Double> child(String source, String seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(
                "--class-path=" + System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator,
                        File.pathSeparator));
        command.add(FirstFrame.class.getName());
        command.add(source);
        command.add(seconds);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Double> figures = new HashMap<>();
        process.inputReader().lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            figures.put(parts[0], Double.valueOf(parts[1]));
        });
        if (process.waitFor() != 0) {
            throw new IOException("the console did not start: exit code " + process.exitValue());
        }
        return figures;
    }
}
