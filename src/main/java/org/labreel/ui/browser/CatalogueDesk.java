package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.archive.Renaming;
import org.labreel.archive.Trash;
import org.labreel.ui.browser.CatalogueRows.Broken;
import org.labreel.ui.browser.CatalogueRows.Heading;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;
import org.labreel.ui.kit.Notice.Choice;

/**
 * Names recordings anew, deletes them into the trash, and takes both back, away from the window's thread. What is being
 * recorded is refused, in words. JavaFX thread.
 */
final class CatalogueDesk {
    private final BrowserServices services;
    private final Page page;
    private final Runnable changed;
    private final Deque<Step> done = new ArrayDeque<>();

    /**
     * @param changed
     *            something is called otherwise or lies elsewhere
     */
    CatalogueDesk(BrowserServices services, Page page, Runnable changed) {
        this.services = services;
        this.page = page;
        this.changed = changed;
    }

    /** The page that may show what is changed. */
    interface Page {
        /** The log that is shown. */
        Optional<Path> log();

        /** Shows it no more; then {@code closed} runs, on any thread, and its file can be moved. */
        void leave(Runnable closed);

        void open(Path log);
    }

    /** Work on the disk. */
    private interface Change {
        Outcome make() throws IOException;
    }

    /**
     * What came of a change.
     *
     * @param instead
     *            log to be shown if the one that was changed was
     * @param undo
     *            empty when it cannot be taken back
     */
    private record Outcome(String title, String text, Optional<Path> instead, Optional<Undo> undo) {
        Outcome(String title, String text) {
            this(title, text, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Takes a change back.
     *
     * @param moves
     *            what must not be open meanwhile
     */
    private record Undo(Optional<Path> moves, Change change) {
    }

    /**
     * A change that can be taken back.
     *
     * @param shown
     *            log that was shown and had to be left for it
     */
    private record Step(String name, Undo undo, Optional<Path> shown) {
    }

    /** Whether a line of the list can be called otherwise. */
    static boolean canRename(Row row) {
        return switch (row) {
            case LogRow log -> log.kind() == CatalogueRows.Kind.LOOSE;
            case Heading heading -> heading.session().isPresent();
            case Broken _ -> false;
        };
    }

    /** Calls a session, or a log that belongs to none, otherwise. */
    void rename(Row row, String name) {
        if (name.strip().equals(row.title())) {
            return;
        }
        switch (row) {
            case LogRow log -> change(log.log(), () -> renamed(log.log(), name));
            case Heading heading -> heading.session().ifPresent(
                    folder -> change(Optional.empty(), () -> named(folder, row.title(), name.strip())));
            case Broken _ -> {
            }
        }
    }

    /** Deletes a log, a session with all its segments, or takes a log off the list of those opened lately. */
    void delete(Row row) {
        switch (row) {
            case LogRow log when log.kind() == CatalogueRows.Kind.RECENT -> forget(log.log());
            case LogRow log -> change(log.log(), () -> deleted(trash().log(log.log())));
            case Heading heading -> heading.session()
                    .ifPresent(folder -> change(folder, () -> deleted(trash().session(folder))));
            case Broken broken -> change(broken.folder(), () -> deleted(trash().session(broken.folder())));
        }
    }

    /** What {@link #undo} takes back; empty when there is nothing. */
    String undoName() {
        return done.isEmpty() ? "" : done.getFirst().name();
    }

    /** Takes the newest change back. */
    void undo() {
        Optional.ofNullable(done.peek()).ifPresent(this::undo);
    }

    Path trashFolder() {
        return trash().folder();
    }

    /** Asks whether to delete for good what lies in the trash. */
    void emptyTrash() {
        new TrashQuestion(services, trash(), done::clear).ask();
    }

    private void forget(Path log) {
        services.preferences().update(p -> {
            List<Path> recent = new ArrayList<>(p.recentLogs());
            recent.remove(log);
            return p.withRecentLogs(recent);
        });
        changed.run();
    }

    private void change(Path what, Change change) {
        change(shownOf(what), change);
    }

    private Optional<Path> shownOf(Path what) {
        return page.log().filter(log -> log.toAbsolutePath().startsWith(what.toAbsolutePath()));
    }

    private void change(Optional<Path> shown, Change change) {
        afterLeaving(shown, () -> make(change, shown, outcome -> {
            shown.flatMap(_ -> outcome.instead()).ifPresent(page::open);
            List<Choice> choices = new ArrayList<>();
            outcome.undo().ifPresent(undo -> {
                Step step = new Step(outcome.title(), undo, shown);
                done.push(step);
                choices.add(new Choice("Undo", () -> undo(step)));
            });
            services.notices().info(outcome.title(), outcome.text(), choices.toArray(Choice[]::new));
        }));
    }

    private void undo(Step step) {
        if (done.remove(step)) {
            boolean idle = page.log().isEmpty();
            Optional<Path> shown = step.undo().moves().flatMap(this::shownOf);
            afterLeaving(shown, () -> make(step.undo().change(), shown, outcome -> {
                shown.flatMap(_ -> outcome.instead()).or(() -> step.shown().filter(_ -> idle)).ifPresent(page::open);
                services.notices().info(outcome.title(), outcome.text());
            }));
        }
    }

    /** A file that is open cannot be moved everywhere, so what is shown is left before. */
    private void afterLeaving(Optional<Path> shown, Runnable work) {
        Runnable onDisk = () -> services.disk().execute(work);
        if (shown.isPresent()) {
            page.leave(onDisk);
        } else {
            onDisk.run();
        }
    }

    private void make(Change change, Optional<Path> shown, Consumer<Outcome> after) {
        try {
            Outcome outcome = change.make();
            services.ui().execute(() -> {
                changed.run();
                after.accept(outcome);
            });
        } catch (IOException e) {
            services.ui().execute(() -> {
                shown.ifPresent(page::open);
                services.notices().warning("That cannot be done", String.valueOf(e.getMessage()));
            });
        }
    }

    private Outcome deleted(Trash.Deleted what) {
        Trash trash = trash();
        return new Outcome("“" + what.name() + "” was deleted", "It lies in the trash of the recordings folder.",
                Optional.empty(), Optional.of(new Undo(Optional.empty(), () -> {
                    trash.restore(what);
                    return new Outcome("“" + what.name() + "” was brought back", "");
                })));
    }

    private Outcome named(Path folder, String before, String name) throws IOException {
        Renaming.session(folder, name);
        return new Outcome("The session is now called “" + name + "”", "Its folder keeps its name.",
                Optional.empty(), Optional.of(new Undo(Optional.empty(), () -> named(folder, name, before))));
    }

    private Outcome renamed(Path log, String name) throws IOException {
        Path now = Renaming.log(log, name);
        String before = String.valueOf(log.getFileName());
        return new Outcome("“" + before + "” is now called “" + now.getFileName() + "”", "", Optional.of(now),
                Optional.of(new Undo(Optional.of(now), () -> renamed(now, before))));
    }

    private Trash trash() {
        return new Trash(services.preferences().get().recordings(), InstantSource.system());
    }
}
