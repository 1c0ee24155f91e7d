package org.labreel.serve.graph;

import java.util.Set;
import java.util.TreeSet;

/** The camera models that managers of recording sessions know. */
public final class CameraModels {
    private static final Set<String> ALL = Set.of("REALSENSE", "REALSENSE_D415", "REALSENSE_D435", "REALSENSE_D455",
            "V4L2CAMERA");

    private CameraModels() {
    }

    /** In alphabetical order. */
    public static Set<String> all() {
        return new TreeSet<>(ALL);
    }

    public static boolean known(String model) {
        return ALL.contains(model);
    }
}
