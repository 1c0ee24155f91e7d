package org.labreel.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables and headers of a JPEG as far as they were read, newest wins (ITU-T T.81, B.2). */
final class JpegTables {
    private static final int SOF_BASELINE = 0xC0;
    private static final int SOF_EXTENDED = 0xC1;
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int AC = 4;

    /** A component of the frame: how often it is sampled, which quantisation table it has. */
    record Component(int id, int horizontal, int vertical, int quantisation) {
    }

    /** A component of the present scan with the tables that code it. */
    record Coded(Component component, int dcTable, int acTable) {
    }

    private final @Nullable HuffmanCode[] codes = new @Nullable HuffmanCode[8];
    private final int[][] quantisation = new int[4][64];
    private final List<Component> components = new ArrayList<>();
    private final List<Coded> scan = new ArrayList<>();
    private final boolean[] scanned = new boolean[256];
    private int process;
    private int precision;
    private int width;
    private int height;
    private int restartInterval;
    private int firstCoefficient;
    private boolean refining;

    JpegTables() {
        for (int[] table : quantisation) {
            Arrays.fill(table, 1);
        }
    }

    /** Takes a segment; one that is cut short or names what cannot be leaves the rest as it was. */
    void read(int marker, ByteBuffer content) {
        try {
            switch (marker) {
                case DHT -> readCodes(content);
                case DQT -> readQuantisation(content);
                case DRI -> restartInterval = content.getShort() & 0xFFFF;
                case SOS -> readScan(content);
                default -> {
                    if (marker >= SOF_BASELINE && marker <= 0xCF && marker != 0xC8 && marker != 0xCC && process == 0) {
                        readFrame(marker, content);
                    }
                }
            }
        } catch (BufferUnderflowException _) {
            // The decoder refuses such a picture with words of its own.
            scan.clear();
        }
    }

    private void readCodes(ByteBuffer content) {
        while (content.hasRemaining()) {
            int which = unsigned(content);
            byte[] counts = new byte[16];
            content.get(counts);
            int total = 0;
            for (byte count : counts) {
                total += count & 0xFF;
            }
            byte[] symbols = new byte[total];
            content.get(symbols);
            codes[(which >> 4 & 1) * AC + (which & 3)] = new HuffmanCode(counts, symbols);
        }
    }

    private void readQuantisation(ByteBuffer content) {
        while (content.hasRemaining()) {
            int which = unsigned(content);
            for (int i = 0; i < 64; i++) {
                quantisation[which & 3][i] = which >> 4 == 0 ? unsigned(content) : content.getShort() & 0xFFFF;
            }
        }
    }

    private void readFrame(int marker, ByteBuffer content) {
        process = marker;
        precision = unsigned(content);
        height = content.getShort() & 0xFFFF;
        width = content.getShort() & 0xFFFF;
        for (int left = unsigned(content); left > 0; left--) {
            int id = unsigned(content);
            int sampling = unsigned(content);
            components.add(new Component(id, sampling >> 4, sampling & 15, unsigned(content) & 3));
        }
    }

    private void readScan(ByteBuffer content) {
        scan.clear();
        for (int left = unsigned(content); left > 0; left--) {
            int id = unsigned(content);
            int tables = unsigned(content);
            scanned[id] = true;
            components.stream().filter(c -> c.id() == id).findFirst()
                    .ifPresent(c -> scan.add(new Coded(c, tables >> 4 & 3, tables & 3)));
        }
        firstCoefficient = unsigned(content);
        content.get();
        refining = unsigned(content) >> 4 != 0;
    }

    private static int unsigned(ByteBuffer content) {
        return content.get() & 0xFF;
    }

    /** Whether it is coded as baseline or extended sequential Huffman data (SOF0, SOF1). */
    boolean sequential() {
        return process == SOF_BASELINE || process == SOF_EXTENDED;
    }

    /**
     * Whether zero bits may go on and on in the present scan because they are the code of a flat area. By the tables of
     * annex K, that most cameras use, they are not.
     */
    boolean zerosAreFlat() {
        if (refining) {
            return true;
        }
        boolean direct = !sequential() && firstCoefficient == 0;
        return scan.stream().map(c -> codes[direct ? c.dcTable() : AC + c.acTable()])
                .allMatch(code -> code == null || (code.firstSymbol() & (sequential() ? 0xFF : 0x0F)) == 0);
    }

    boolean everyComponentScanned() {
        return components.stream().allMatch(c -> scanned[c.id()]);
    }

    List<Coded> scan() {
        return scan;
    }

    List<Component> components() {
        return components;
    }

    Optional<HuffmanCode> dc(Coded coded) {
        return Optional.ofNullable(codes[coded.dcTable()]);
    }

    Optional<HuffmanCode> ac(Coded coded) {
        return Optional.ofNullable(codes[AC + coded.acTable()]);
    }

    /** The steps of a component's coefficients, in zigzag order. */
    int[] steps(Component component) {
        return quantisation[component.quantisation()];
    }

    /** Bits per sample, 8 or 12. */
    int precision() {
        return precision;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Units between two restart markers, 0 for none. */
    int restartInterval() {
        return restartInterval;
    }
}
