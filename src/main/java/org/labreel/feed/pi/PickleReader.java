package org.labreel.feed.pi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pickles of protocol 0 (Python's {@code pickletools} describes them) as far as they are plain values: the
 * opcodes {@code I L F S V N ( t l d a s p g .} and no other, so that there is nothing by which a pickle could name,
 * make or call anything. Length, depth, number of values and memo are bounded.
 */
final class PickleReader {
    static final int MAX_CHARACTERS = 64 << 10;
    static final int MAX_VALUES = 10_000;
    static final int MAX_DEPTH = 32;

    private final PickleLines text;
    private final List<PickleNode> stack = new ArrayList<>();
    private final Map<Integer, PickleNode> memo = new HashMap<>();

    private PickleReader(String pickle) {
        this.text = new PickleLines(pickle);
    }

    /**
     * @throws MalformedMessageException
     *             when it is torn, or holds anything but plain values; says what and where
     */
    static PlainValue read(String pickle) throws MalformedMessageException {
        if (pickle.length() > MAX_CHARACTERS) {
            throw new MalformedMessageException(
                    "the pickle has " + pickle.length() + " characters, more than the " + MAX_CHARACTERS + " allowed");
        }
        return new PickleReader(pickle).value();
    }

    private PlainValue value() throws MalformedMessageException {
        Optional<PickleNode> end = Optional.empty();
        while (end.isEmpty()) {
            end = step(text.opcode());
            if (stack.size() > MAX_VALUES) {
                throw new MalformedMessageException("the pickle holds more than " + MAX_VALUES + " values");
            }
        }
        if (!stack.isEmpty() || !text.atEnd()) {
            throw new MalformedMessageException("the pickle goes on after its value");
        }
        return PickleNode.value(end.get(), MAX_DEPTH, MAX_VALUES);
    }

    /** Does what one opcode says. @return the value, once it is the last opcode */
    private Optional<PickleNode> step(char opcode) throws MalformedMessageException {
        switch (opcode) {
            case 'N' -> push(PlainValue.NONE);
            case 'I' -> push(PickleLines.whole(text.line()));
            case 'L' -> push(PickleLines.longWhole(text.line()));
            case 'F' -> push(PickleLines.real(text.line()));
            case 'S' -> push(new PlainValue.Text(PickleText.quoted(text.line())));
            case 'V' -> push(new PlainValue.Text(PickleText.unicode(text.line())));
            case '(' -> stack.add(new PickleNode.Mark());
            case 't' -> stack.add(new PickleNode.Tuple(sinceMark()));
            case 'l' -> stack.add(new PickleNode.Row(sinceMark()));
            case 'd' -> stack.add(table());
            case 'a' -> append();
            case 's' -> setItem();
            case 'p' -> memo.put(PickleLines.memoIndex(text.line(), MAX_VALUES), top());
            case 'g' -> stack.add(remembered(PickleLines.memoIndex(text.line(), MAX_VALUES)));
            case '.' -> {
                return Optional.of(pop());
            }
            default -> throw text.refused(opcode);
        }
        return Optional.empty();
    }

    private void push(PlainValue value) {
        stack.add(new PickleNode.Leaf(value));
    }

    private PickleNode top() throws MalformedMessageException {
        if (stack.isEmpty() || stack.getLast() instanceof PickleNode.Mark) {
            throw new MalformedMessageException("the pickle uses a value that is not there");
        }
        return stack.getLast();
    }

    private PickleNode pop() throws MalformedMessageException {
        PickleNode top = top();
        stack.removeLast();
        return top;
    }

    private PickleNode remembered(int index) throws MalformedMessageException {
        return Optional.ofNullable(memo.get(index)).orElseThrow(
                () -> new MalformedMessageException("the pickle asks for value " + index + ", which it never kept"));
    }

    /** The values above the newest mark, which are taken off the stack with it. */
    private List<PickleNode> sinceMark() throws MalformedMessageException {
        int mark = stack.size() - 1;
        while (mark >= 0 && !(stack.get(mark) instanceof PickleNode.Mark)) {
            mark--;
        }
        if (mark < 0) {
            throw new MalformedMessageException("the pickle ends a tuple, list or dict that it never began");
        }
        List<PickleNode> above = stack.subList(mark + 1, stack.size());
        List<PickleNode> items = new ArrayList<>(above);
        above.clear();
        stack.removeLast();
        return items;
    }

    private PickleNode table() throws MalformedMessageException {
        List<PickleNode> parts = sinceMark();
        if (parts.size() % 2 != 0) {
            throw new MalformedMessageException("the pickle holds a dict with a key that has no value");
        }
        return new PickleNode.Table(parts);
    }

    private void append() throws MalformedMessageException {
        PickleNode item = pop();
        if (!(top() instanceof PickleNode.Row(List<PickleNode> items))) {
            throw new MalformedMessageException("the pickle appends to what is no list");
        }
        items.add(item);
    }

    private void setItem() throws MalformedMessageException {
        PickleNode item = pop();
        PickleNode key = pop();
        if (!(top() instanceof PickleNode.Table(List<PickleNode> parts))) {
            throw new MalformedMessageException("the pickle sets an entry of what is no dict");
        }
        parts.add(key);
        parts.add(item);
    }
}
