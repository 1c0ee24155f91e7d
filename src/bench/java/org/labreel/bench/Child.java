package org.labreel.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A virtual machine of its own with the options of this one. It ends in bounded time, if need be by force. */
final class Child {
    private final String classPath;
    private final Path folder;

    /**
     * @param classPath
     *            of the child
     * @param folder
     *            for what it prints
     */
    Child(String classPath, Path folder) {
        this.classPath = classPath;
        this.folder = folder;
    }

    /** The class path of this virtual machine, without empty entries. */
    static List<String> ownClassPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> !entry.isEmpty()).toList();
    }

    /**
     * Runs a main class to its end.
     *
     * @param options
     *            of the virtual machine, beside this one's
     * @return the figures of the lines "name number" that it printed
     * @throws IOException
     *             when it failed, or did not end within {@code atMost}
     */
    Map<String, Double> run(List<String> options, Class<?> main, Duration atMost, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.add("--class-path=" + classPath);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "child", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(main.getSimpleName() + " did not end within " + atMost.toSeconds() + " s: "
                    + Files.readString(said));
        }
        if (process.exitValue() != 0) {
            throw new IOException(main.getSimpleName() + " ended with code " + process.exitValue() + ": "
                    + Files.readString(said));
        }
        return figures(Files.readAllLines(said));
    }

    private static Map<String, Double> figures(List<String> lines) {
        Map<String, Double> figures = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 2 && parts[1].matches("[0-9.]+")) {
                figures.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return figures;
    }
}
