package org.labreel.export;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.labreel.picture.Picture;

/**
 * What a clip will look like, frame by frame, before it is made: cropped, turned, fitted and painted as the export will
 * do it. One thread at a time; owns open logs and native memory.
 */
public final class ClipPreview implements AutoCloseable {
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final FrameSource source;

    /**
     * @param cancelled
     *            asked while a log is being indexed
     * @throws IOException
     *             in the operator's words, as the export would fail
     */
    public ClipPreview(ExportRequest request, BooleanSupplier cancelled) throws IOException {
        RequestCheck.check(request);
        logs = new OpenLogs(request.ranges(), cancelled);
        boolean open = false;
        try {
            plan = Planner.plan(request, logs.indexes());
            source = new FrameSource(request, logs, plan,
                    Layout.of(FrameSource.firstSize(plan, logs), request.settings()));
            open = true;
        } finally {
            if (!open) {
                logs.close();
            }
        }
    }

    /** Frames of the clip. */
    public int frames() {
        return plan.frames().size();
    }

    /** Length of the clip, seconds. */
    public double seconds() {
        return (double) plan.ticks() / ExportPlan.TICKS_PER_SECOND;
    }

    /** The picture of a frame of the clip, which stays until the next is asked for. */
    public Picture show(int frame) throws IOException {
        return source.show(plan.frames().get(frame)).picture();
    }

    @Override
    public void close() throws IOException {
        source.close();
        logs.close();
    }
}
