package org.labreel.feed.pi;

import java.util.List;
import java.util.Optional;
import org.labreel.model.Bytes;

/** The arguments of one message, taken by place and kind. */
final class PiArguments {
    private final String what;
    private final List<PiArgument> arguments;

    /**
     * @param what
     *            the message in words: "the brightness"
     */
    PiArguments(PiMessage message, String what, int count) throws MalformedMessageException {
        this.what = what;
        this.arguments = message.arguments();
        if (arguments.size() != count) {
            throw new MalformedMessageException(
                    "the message about " + what + " has " + arguments.size() + " arguments, not " + count);
        }
    }

    Bytes bytes(int place) throws MalformedMessageException {
        if (arguments.get(place) instanceof PiArgument.Blob(Bytes bytes)) {
            return bytes;
        }
        throw wrong("no bytes");
    }

    PlainValue value(int place) throws MalformedMessageException {
        if (arguments.get(place) instanceof PiArgument.Value(PlainValue value)) {
            return value;
        }
        throw wrong("bytes in place of a value");
    }

    int whole(int place) throws MalformedMessageException {
        return whole(value(place));
    }

    int whole(PlainValue value) throws MalformedMessageException {
        return switch (value) {
            case PlainValue.Whole(long whole) when whole == (int) whole -> (int) whole;
            case PlainValue.Real(double real) when real == (int) real -> (int) real;
            default -> throw wrong("no whole number");
        };
    }

    String text(int place) throws MalformedMessageException {
        return optionalText(place).orElse("");
    }

    Optional<String> optionalText(int place) throws MalformedMessageException {
        return switch (value(place)) {
            case PlainValue.None _ -> Optional.empty();
            case PlainValue.Text(String text) -> Optional.of(text);
            default -> throw wrong("no text");
        };
    }

    Optional<Integer> optionalWhole(int place) throws MalformedMessageException {
        PlainValue value = value(place);
        return value.equals(PlainValue.NONE) ? Optional.empty() : Optional.of(whole(value));
    }

    Optional<Boolean> optionalFlag(int place) throws MalformedMessageException {
        return switch (value(place)) {
            case PlainValue.None _ -> Optional.empty();
            case PlainValue.Bool(boolean on) -> Optional.of(on);
            case PlainValue.Whole(long whole) -> Optional.of(whole != 0);
            default -> throw wrong("neither yes nor no");
        };
    }

    /** A tuple or list of this length. */
    List<PlainValue> items(int place, int count) throws MalformedMessageException {
        List<PlainValue> items = switch (value(place)) {
            case PlainValue.Tuple(List<PlainValue> parts) -> parts;
            case PlainValue.Row(List<PlainValue> parts) -> parts;
            default -> throw wrong("no tuple");
        };
        if (items.size() != count) {
            throw wrong("a tuple of " + items.size() + ", not " + count);
        }
        return items;
    }

    private MalformedMessageException wrong(String how) {
        return new MalformedMessageException("the message about " + what + " holds " + how);
    }
}
