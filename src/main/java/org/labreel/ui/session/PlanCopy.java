package org.labreel.ui.session;

import java.util.UUID;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/** The same plan with ids of its own. */
final class PlanCopy {
    private PlanCopy() {
    }

    static Session.Plan of(Session.Plan plan) {
        return plan.withCameras(plan.cameras().stream().map(camera -> new Session.Camera(camera.id(), camera.model(),
                camera.serial(), camera.address(), UUID.randomUUID(),
                camera.streams().stream().map(StreamWish::apart).toList())).toList());
    }
}
