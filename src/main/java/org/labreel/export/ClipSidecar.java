package org.labreel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The file beside a clip from which the same clip can be made again. */
public final class ClipSidecar {
    private static final long MAX_FILE = 64L << 20;

    private final Path file;
    private final Recipe recipe;

    private ClipSidecar(Path file, Recipe recipe) {
        this.file = file;
        this.recipe = recipe;
    }

    /**
     * @throws IOException
     *             with the reason in the operator's words
     */
    public static ClipSidecar open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + ".");
        }
        if (Files.size(file) > MAX_FILE) {
            throw new IOException(file + " is too large to be the sidecar of a clip.");
        }
        try {
            return new ClipSidecar(file.toAbsolutePath(), RecipeJson.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IOException(file + " " + e.getMessage() + ".", e);
        }
    }

    /** What the clip was called. */
    public String clipName() {
        return recipe.clip().name();
    }

    /** What it was made with, for a word when the outcome differs. */
    public String madeWith() {
        return "Labreel " + recipe.program() + " and " + recipe.encoder();
    }

    /**
     * What to make again. Every log is looked for beside the sidecar and then where it was, and its bytes are compared.
     *
     * @throws IOException
     *             when a log is not there, or is not what it was
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     */
    public ExportRequest request(Path target, BooleanSupplier cancelled) throws IOException {
        Work work = new Work(_ -> {
        }, cancelled);
        List<Path> logs = new ArrayList<>();
        for (Recipe.Log log : recipe.logs()) {
            logs.add(found(log, work));
        }
        List<ExportRequest.Range> ranges = recipe.parts().stream()
                .map(part -> new ExportRequest.Range(logs.get(part.log()), part.first(), part.last())).toList();
        return new ExportRequest(ranges, target, recipe.settings(), recipe.board(), recipe.markers(),
                Optional.empty(), Optional.empty(), new SideBySide(recipe.label(), recipe.sides().stream()
                        .map(side -> new SideBySide.Camera(logs.get(side.log()), side.label(), side.frames()))
                        .toList()));
    }

    private Path found(Recipe.Log log, Work work) throws IOException {
        Path beside = file.resolveSibling(String.valueOf(log.path().getFileName()));
        List<Path> there = List.of(beside, log.path()).stream().filter(Files::isRegularFile).distinct().toList();
        for (Path each : there) {
            if (Fingerprint.of(each, log.content().bytes(), work::goOn).equals(log.content())) {
                return each;
            }
        }
        if (there.isEmpty()) {
            throw new IOException("The log " + log.path().getFileName() + " is neither beside the sidecar nor at "
                    + log.path() + ", so the clip cannot be made again. Put it beside the sidecar.");
        }
        throw new IOException("The log " + there.getFirst()
                + " is not the one that the clip was made from: its bytes have changed since. Nothing was made, because"
                + " it would not be the same clip.");
    }

    /** Whether a clip is the same as the first, bit for bit; empty for stills. */
    public Optional<Boolean> isSame(Path clip) throws IOException {
        if (recipe.clip().content().isEmpty()) {
            return Optional.empty();
        }
        long bytes = Files.size(clip);
        return Optional.of(bytes == recipe.clip().content().get().bytes() && Fingerprint.of(clip, bytes, () -> {
        }).equals(recipe.clip().content().get()));
    }
}
