package org.labreel.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of a root whose session cannot be worked with, each said once in the log. Safe for several threads. */
final class Damages {
    private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

    private final Map<Path, String> found = new TreeMap<>();

    synchronized void found(Path folder, String words) {
        if (!words.equals(found.put(folder, words))) {
            LOG.warn("{}", words);
        }
    }

    synchronized void mended(Path folder) {
        found.remove(folder);
    }

    /** Others are gone. */
    synchronized void keep(Set<Path> there) {
        found.keySet().retainAll(there);
    }

    synchronized List<DamagedSession> all() {
        return found.entrySet().stream()
                .map(each -> new DamagedSession(String.valueOf(each.getKey().getFileName()), each.getValue())).toList();
    }
}
