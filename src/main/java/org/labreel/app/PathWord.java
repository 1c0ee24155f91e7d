package org.labreel.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder on the command line; a name that cannot be one is told in words. */
final class PathWord implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
        try {
            return of(value);
        } catch (CommandFailure e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /**
     * @throws CommandFailure
     *             with what is wrong and what helps
     */
    static Path of(String value) {
        if (value.isEmpty()) {
            throw new CommandFailure("a file name is empty");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            String system = System.getProperty("sun.jnu.encoding", "");
            boolean narrow = !system.isEmpty() && !StandardCharsets.UTF_8.equals(Charset.forName(system));
            throw new CommandFailure("no file can be called '" + value + "' here"
                    + (narrow
                            ? ": the language set for this terminal knows plain letters only; set LC_ALL=C.UTF-8"
                            : ""));
        }
    }
}
