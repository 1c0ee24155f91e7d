package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.labreel.log.NotALogException;

/** Why a file could not be opened, in the operator's words. */
final class Refusals {
    private Refusals() {
    }

    static String words(Path file, Exception failure) {
        String name = String.valueOf(file.getFileName());
        return switch (failure) {
            case NotALogException e -> String.valueOf(e.getMessage());
            case NoSuchFileException _ -> name + " is not there any more. It may have been moved or deleted.";
            case AccessDeniedException _ -> "You are not allowed to read " + name + ".";
            case IOException _ when Files.isDirectory(file) ->
                name + " is a folder. Open one of the logs (.bin) inside it.";
            case IOException e -> name + " cannot be read: " + e.getMessage();
            default -> name + " cannot be opened: " + failure;
        };
    }
}
