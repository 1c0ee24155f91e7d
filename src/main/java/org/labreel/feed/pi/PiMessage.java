package org.labreel.feed.pi;

import java.util.List;
import org.labreel.model.Bytes;

/**
 * A message as it travels: a number that says what it is about, and its arguments.
 *
 * @param command
 *            0 to 255
 * @param arguments
 *            255 at most
 */
public record PiMessage(int command, List<PiArgument> arguments) {
    public PiMessage {
        arguments = List.copyOf(arguments);
        if (command < 0 || command > 255 || arguments.size() > 255) {
            throw new IllegalArgumentException("a command and the number of its arguments are one byte each");
        }
    }

    static PiMessage of(int command, List<PlainValue> values) {
        return new PiMessage(command, values.stream().<PiArgument>map(PiArgument.Value::new).toList());
    }

    static PiMessage of(int command, PlainValue... values) {
        return of(command, List.of(values));
    }

    static PiMessage of(int command, Bytes blob) {
        return new PiMessage(command, List.of(new PiArgument.Blob(blob)));
    }
}
