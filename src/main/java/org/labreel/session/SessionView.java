package org.labreel.session;

import java.util.List;
import java.util.Optional;
import org.labreel.model.Session;

/**
 * A session as it stands at this moment.
 *
 * @param folder
 *            name of its folder under the root
 * @param here
 *            whether this desk runs it; false for one that rests, and for one that another program records
 * @param cameras
 *            while it is armed or started
 * @param checks
 *            its stream wishes, while it is armed or started
 * @param forecast
 *            what the plan will need of the disk; absent when the disk does not tell
 */
public record SessionView(Session session, String folder, boolean here, List<CameraView> cameras,
        List<StreamCheck> checks, Optional<DiskForecast> forecast) {
    public SessionView {
        cameras = List.copyOf(cameras);
        checks = List.copyOf(checks);
    }
}
