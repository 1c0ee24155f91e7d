package org.labreel.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The system libraries that JavaFX loads on Linux. Asked for before the toolkit starts, because a missing one would end
 * in an error from inside a native library that tells nobody which package to install.
 */
final class NativeLibraries {
    /** For drawing at all, with or without a window. */
    private static final List<Need> DRAWING = List.of(new Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
            new Need("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango"),
            new Need("libfreetype.so.6", "libfreetype6", "freetype"));
    /** For a window. */
    private static final List<Need> WINDOW = List.of(new Need("libgtk-3.so.0", "libgtk-3-0", "gtk3"),
            new Need("libXtst.so.6", "libxtst6", "libXtst"));

    private final Predicate<String> loads;

    /**
     * @param loads
     *            whether a library of this name can be loaded
     */
    NativeLibraries(Predicate<String> loads) {
        this.loads = loads;
    }

    /** A library, and the package that brings it on Debian and Ubuntu and on Fedora. */
    private record Need(String library, String debian, String fedora) {
    }

    /** The libraries of this machine. */
    static NativeLibraries ofThisMachine() {
        return new NativeLibraries(NativeLibraries::loadsHere);
    }

    /**
     * @throws CommandFailure
     *             naming the packages to install when a library is missing on Linux
     */
    void require(Machine platform, boolean window) {
        List<String> missing = platform.kind() == Machine.Kind.LINUX ? missing(window) : List.of();
        if (!missing.isEmpty()) {
            throw new CommandFailure(String.join("; ", missing));
        }
    }

    /** What to tell the operator when libraries are missing; empty when all is well. */
    List<String> missing(boolean window) {
        List<Need> needs = new ArrayList<>(DRAWING);
        if (window) {
            needs.addAll(WINDOW);
        }
        Set<String> libraries = new LinkedHashSet<>();
        Set<String> debian = new LinkedHashSet<>();
        Set<String> fedora = new LinkedHashSet<>();
        for (Need need : needs) {
            if (!loads.test(need.library())) {
                libraries.add(need.library());
                debian.add(need.debian());
                fedora.add(need.fedora());
            }
        }
        if (libraries.isEmpty()) {
            return List.of();
        }
        return List.of("labreel needs system libraries that are not installed: " + String.join(", ", libraries),
                "Debian, Ubuntu: sudo apt-get install " + String.join(" ", debian),
                "Fedora, RHEL: sudo dnf install " + String.join(" ", fedora));
    }

    @SuppressWarnings("restricted")
    private static boolean loadsHere(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
