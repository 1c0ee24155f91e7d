package org.labreel.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.export.SideBySide;
import picocli.CommandLine.Option;

/** Cameras beside each other in one picture. */
final class ExportBeside {
    @Option(names = "--side-by-side", description = "The pictures of all logs beside each other. The first log leads: the clip has its frames and times, and beside each stands the newest frame of the others that had arrived by then.")
    private boolean wanted;

    @Option(names = "--labels", paramLabel = "TEXT", split = ",", description = "Written on the pictures, in the order of the logs.")
    private List<String> labels = new ArrayList<>();

    boolean wanted() {
        return wanted;
    }

    Optional<String> conflict(int logs) {
        if (!wanted) {
            return labels.isEmpty() ? Optional.empty() : Optional.of("--labels go with --side-by-side");
        }
        if (logs < 2 || logs > SideBySide.MOST_CAMERAS + 1) {
            return Optional.of("--side-by-side takes 2 to " + (SideBySide.MOST_CAMERAS + 1) + " logs");
        }
        return labels.isEmpty() || labels.size() == logs
                ? Optional.empty()
                : Optional.of("--labels has " + labels.size() + " texts for " + logs + " logs");
    }

    /** The logs behind the first. */
    SideBySide of(List<Path> logs) {
        List<SideBySide.Camera> cameras = new ArrayList<>();
        for (int i = 1; i < logs.size(); i++) {
            cameras.add(SideBySide.Camera.of(logs.get(i), label(i)));
        }
        return new SideBySide(label(0), cameras);
    }

    private String label(int number) {
        return labels.isEmpty() ? "" : labels.get(number);
    }
}
