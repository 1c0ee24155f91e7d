package org.labreel.picture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows the codes of a sequential scan (ITU-T T.81, annex F) without making pixels of them: every code must exist,
 * every block must end in its 64 coefficients, none may be beyond what samples can give, and the data must end where
 * the last block does.
 */
final class EntropyWalk {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** More than the longest block, so that reading past the end is noticed behind each block only. */
    private static final int PADDING = 512;
    /** Some cameras fill up their data to a multiple of so many bytes. */
    private static final int FILLING = 16;

    /** How one block of a unit is coded; blocks of one component share the prediction. */
    private static final class Block {
        private final int component;
        private final HuffmanCode dc;
        private final HuffmanCode ac;
        private final int[] steps;

        Block(int component, HuffmanCode dc, HuffmanCode ac, int[] steps) {
            this.component = component;
            this.dc = dc;
            this.ac = ac;
            this.steps = steps;
        }
    }

    private final JpegTables tables;
    private final boolean deep;
    /** Samples of 8 bits give coefficients up to 1024; encoders that overshoot on purpose stay below this. */
    private final int limit;
    private final int[] prediction = new int[4];
    private byte[] bytes = new byte[PADDING];
    private int size;
    private long bit;

    EntropyWalk(JpegTables tables) {
        this.tables = tables;
        this.deep = tables.precision() > 8;
        this.limit = deep ? 20480 : 1280;
    }

    /** What is wrong with these data, in the operator's words. */
    Optional<String> damage(ByteBuffer data) {
        List<JpegTables.Coded> scan = tables.scan();
        if (scan.isEmpty() || scan.size() > 4
                || scan.stream().anyMatch(c -> tables.dc(c).isEmpty() || tables.ac(c).isEmpty())) {
            return Optional.of("the picture's header is damaged: it lacks tables that its data need");
        }
        ScanLayout layout = ScanLayout.of(tables);
        Block[] unit = unit(layout);
        bytes = new byte[data.remaining() + PADDING];
        long walked = 0;
        while (walked < layout.units()) {
            long wanted = layout.units() - walked;
            if (tables.restartInterval() > 0) {
                wanted = Math.min(wanted, tables.restartInterval());
            }
            takeInterval(data);
            long sound = walk(unit, wanted);
            walked += sound;
            if (sound < wanted) {
                return Optional.of("the picture's data are damaged from row " + layout.row(walked) + " on");
            }
            if (leftOver()) {
                return Optional.of("the picture's data are damaged above row " + (layout.row(walked - 1) + 1));
            }
        }
        return data.hasRemaining()
                ? Optional.of("the picture has more data than its size has room for")
                : Optional.empty();
    }

    private Block[] unit(ScanLayout layout) {
        Block[] unit = new Block[layout.components().size()];
        for (int i = 0; i < unit.length; i++) {
            int which = layout.components().get(i);
            JpegTables.Coded coded = tables.scan().get(which);
            unit[i] = new Block(which, tables.dc(coded).orElseThrow().filled(), tables.ac(coded).orElseThrow().filled(),
                    tables.steps(coded.component()));
        }
        return unit;
    }

    /** Takes the bytes up to the next restart marker out of their stuffing. */
    private void takeInterval(ByteBuffer data) {
        size = 0;
        bit = 0;
        while (data.hasRemaining()) {
            byte next = data.get();
            if (next == (byte) 0xFF) {
                int after = data.hasRemaining() ? data.get(data.position()) & 0xFF : 0xFF;
                if (after == 0xFF) {
                    continue;
                }
                data.get();
                if (after != 0) {
                    break;
                }
            }
            bytes[size++] = next;
        }
        Arrays.fill(bytes, size, size + PADDING, (byte) 0xFF);
    }

    /** @return how many units are sound before the first that is not */
    private long walk(Block[] unit, long wanted) {
        Arrays.fill(prediction, 0);
        long end = size * 8L;
        for (long i = 0; i < wanted; i++) {
            for (Block block : unit) {
                if (!direct(block) || !waves(block) || bit > end) {
                    return i;
                }
            }
        }
        return wanted;
    }

    private boolean direct(Block block) {
        long word = word();
        int found = block.dc.at((int) (word >>> 48));
        int bits = found & 0xFF;
        if (found < 0 || bits > (deep ? 15 : 11)) {
            return false;
        }
        bit += (found >> 8) + bits;
        prediction[block.component] += value(word << (found >> 8), bits);
        return Math.abs(prediction[block.component]) * (long) block.steps[0] <= limit + block.steps[0];
    }

    private boolean waves(Block block) {
        HuffmanCode code = block.ac;
        byte[] from = bytes;
        long here = bit;
        int at = 1;
        while (at < 64) {
            long word = (long) LONG.get(from, (int) (here >>> 3)) << (here & 7);
            int found = code.at((int) (word >>> 48));
            if (found < 0) {
                return false;
            }
            int length = found >> 8;
            int bits = found & 15;
            int run = found >> 4 & 15;
            here += length + bits;
            if (bits == 0 && run == 0) {
                break;
            }
            at += run;
            // A run without a value is one of sixteen, and a value must follow it.
            if (bits == 0 ? run != 15 || at > 62 : at > 63 || tooLarge(word << length, bits, block.steps[at])) {
                return false;
            }
            at++;
        }
        bit = here;
        return true;
    }

    /** Values of few bits are told by their length alone. */
    private boolean tooLarge(long word, int bits, int step) {
        return bits > 3 && (bits > (deep ? 14 : 10) || Math.abs(value(word, bits)) * (long) step > limit + step);
    }

    private long word() {
        return (long) LONG.get(bytes, (int) (bit >>> 3)) << (bit & 7);
    }

    /** The number that the first bits say: those that begin with 0 are negative. */
    private static int value(long word, int bits) {
        if (bits == 0) {
            return 0;
        }
        int value = (int) (word >>> (64 - bits));
        return word < 0 ? value : value - (1 << bits) + 1;
    }

    private boolean leftOver() {
        int from = (int) ((bit + 7) >>> 3);
        if (size - from > FILLING) {
            return true;
        }
        for (int i = from + 1; i < size; i++) {
            if (bytes[i] != bytes[from]) {
                return true;
            }
        }
        return from < size && bytes[from] != 0 && bytes[from] != (byte) 0xFF;
    }
}
