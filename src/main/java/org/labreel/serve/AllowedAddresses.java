package org.labreel.serve;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From where callers are let in whose protocol carries no secret: from this computer always, from elsewhere by a list.
 *
 * @param blocks
 *            empty for this computer alone
 */
public record AllowedAddresses(List<Block> blocks) {
    public static final AllowedAddresses THIS_COMPUTER = new AllowedAddresses(List.of());

    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String EVERY_INTERFACE = "0.0.0.0";

    public AllowedAddresses {
        blocks = List.copyOf(blocks);
    }

    /**
     * Addresses that begin alike.
     *
     * @param bits
     *            how many of the first bits are the same
     */
    public record Block(InetAddress start, int bits) {
        private boolean holds(InetAddress address) {
            byte[] one = start.getAddress();
            byte[] other = address.getAddress();
            boolean same = one.length == other.length;
            for (int bit = 0; same && bit < bits; bit++) {
                int shift = 7 - bit % 8;
                same = (one[bit / 8] >> shift & 1) == (other[bit / 8] >> shift & 1);
            }
            return same;
        }
    }

    /**
     * @param texts
     *            {@code 192.168.1.20} or {@code 192.168.1.0/24}; no names, since a name can come to mean another
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    public static AllowedAddresses of(List<String> texts) {
        return new AllowedAddresses(texts.stream().map(AllowedAddresses::block).toList());
    }

    private static Block block(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            // The library takes 192.168.1 for 192.168.0.1, which nobody means.
            InetAddress start = InetAddress.ofLiteral(WHOLE.matcher(parts[0]).matches() ? parts[0] : "");
            int most = start.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= most) {
                return new Block(start, bits);
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for a number of bits that cannot be.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no address such as 192.168.1.20 or 192.168.1.0/24");
    }

    public boolean admits(InetAddress address) {
        return address.isLoopbackAddress() || blocks.stream().anyMatch(block -> block.holds(address));
    }

    /** Whether nobody but this computer is let in. */
    public boolean onlyThisComputer() {
        return blocks.stream().allMatch(block -> block.start().isLoopbackAddress() && block.bits() >= 8);
    }

    /** The address to listen on: no other computer reaches a server that is for this one alone. */
    public String bind() {
        return onlyThisComputer() ? ServerLimits.LOOPBACK : EVERY_INTERFACE;
    }
}
