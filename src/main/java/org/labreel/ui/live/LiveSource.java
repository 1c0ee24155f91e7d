package org.labreel.ui.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labreel.record.Recorder;

/**
 * A source on the live page: what shows it and what records it.
 *
 * @param isDemo
 *            whether it is the simulated device
 */
public record LiveSource(LiveModel model, Recorder recorder, boolean isDemo) {
    private static final Pattern HOST = Pattern.compile("[a-z]+://([^/?]+).*");
    private static final Pattern FILE = Pattern.compile(".*[/\\\\]([^/\\\\?]+)(\\?[^/\\\\]*)?");

    /** Tells it from the others. */
    public String address() {
        return model.address();
    }

    /** What it is called where there is little room. */
    public String title() {
        return title(address());
    }

    /** The short name of an address: its host, or its file. */
    public static String title(String address) {
        if (address.equals("demo")) {
            return "Demo";
        }
        Matcher host = HOST.matcher(address);
        if (host.matches()) {
            return host.group(1);
        }
        Matcher file = FILE.matcher(address);
        return file.matches() ? file.group(1) : address;
    }
}
