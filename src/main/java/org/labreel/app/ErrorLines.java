package org.labreel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a command throws into one line for the user and exit code 1. */
final class ErrorLines {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorLines.class);

    private static final int FAILED = 1;

    private ErrorLines() {
    }

    /** Says it and returns the exit code. */
    static int say(Terminal terminal, Exception e) {
        terminal.fail(line(e));
        return FAILED;
    }

    /** The line for an exception; one that nobody foresaw is also logged with its trace. */
    static String line(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return String.valueOf(cause.getMessage()).contains("assign")
                        ? "the address to listen on is none of this computer's; choose another one"
                        : "a port is in use already; choose others; 0 takes a free one";
            }
        }
        return switch (e) {
            case NoSuchFileException f -> "there is no file " + f.getFile();
            case FileAlreadyExistsException f ->
                f.getFile() + " exists already and is not overwritten; choose another name";
            case AccessDeniedException f -> "no permission for " + f.getFile();
            case FileSystemException f when f.getReason() != null -> f.getFile() + ": " + f.getReason();
            case CancellationException _ -> "cancelled; nothing was left behind";
            case IOException io when io.getMessage() != null -> io.getMessage();
            case UncheckedIOException u when u.getCause() != null && u.getCause().getMessage() != null ->
                u.getCause().getMessage();
            case CommandFailure f -> String.valueOf(f.getMessage());
            case IllegalArgumentException a when a.getMessage() != null -> a.getMessage();
            default -> {
                LOG.error("unexpected failure", e);
                yield "an unexpected error: " + e + " (please report it)";
            }
        };
    }
}
