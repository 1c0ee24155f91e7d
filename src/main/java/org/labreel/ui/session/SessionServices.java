package org.labreel.ui.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.labreel.session.SessionDesk;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.PreferencesHolder;

/**
 * What the page of the sessions needs.
 *
 * @param local
 *            the sessions of this program
 * @param remote
 *            makes the sessions of another, of its endpoint and its secret; not yet connected, the page's to close
 * @param disk
 *            where files are read and written
 * @param fx
 *            runs things on the JavaFX thread
 * @param review
 *            opens a segment of this program, by its path under the recordings folder
 */
public record SessionServices(SessionDesk local, BiFunction<URI, Optional<String>, SessionDesk> remote,
        Notices notices, PreferencesHolder preferences, PlanFiles files, Executor disk, Executor fx,
        InstantSource clock, ZoneId zone, Consumer<Path> review) {
}
