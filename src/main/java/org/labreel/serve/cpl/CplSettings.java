package org.labreel.serve.cpl;

import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;

/**
 * How a source is served as a remote recorder.
 *
 * @param port
 *            0 for a free one
 * @param allowed
 *            who may play; the protocol has no secret
 * @param format
 *            of the pixels
 * @param imagesBuffered
 *            images that may wait for each player, what comes beyond is left out; 0 = up to 256 MiB of them
 * @param players
 *            served at a time; the real recorder serves one
 * @param timeoutSeconds
 *            until a player is let go that takes nothing of what waits for it, so that another can have its place; 0 =
 *            never. (By the real recorder's timeout it looks for work between two messages; nothing is looked for
 *            here.)
 */
public record CplSettings(int port, AllowedAddresses allowed, PixelFormat format, int imagesBuffered, int players,
        int timeoutSeconds) {
    /** As the real recorder is set up, but for several players. */
    public static final CplSettings DEFAULT = new CplSettings(10_000, AllowedAddresses.THIS_COMPUTER,
            PixelFormat.YUV420P, 5, 4, 60);

    public CplSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 0 and 65535");
        }
        if (imagesBuffered < 0 || imagesBuffered > 10_000) {
            throw new IllegalArgumentException("images buffered lie between 0 and 10000");
        }
        if (timeoutSeconds < 0 || timeoutSeconds > 3_600) {
            throw new IllegalArgumentException("a timeout lies between 0 and 3600 s");
        }
        if (players < 1 || players > 100) {
            throw new IllegalArgumentException("there are 1 to 100 players");
        }
    }

    /** With the usual timeout. */
    public CplSettings(int port, AllowedAddresses allowed, PixelFormat format, int imagesBuffered, int players) {
        this(port, allowed, format, imagesBuffered, players, DEFAULT.timeoutSeconds());
    }

    public CplSettings withPort(int next) {
        return new CplSettings(next, allowed, format, imagesBuffered, players, timeoutSeconds);
    }
}
