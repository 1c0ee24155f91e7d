/**
 * The timeline control: scale, lanes, level of detail and gestures as plain classes, a skin that draws.
 * {@link org.labreel.ui.timeline.TimelineModel} holds what is shown and where the operator stands;
 * {@link org.labreel.ui.timeline.Timeline} is its face; {@link org.labreel.ui.timeline.TimelineActions} is what the
 * owner does when it is asked on it. A recording is read by {@link org.labreel.ui.timeline.LogTimeline}.
 *
 * <p>
 * A live view wires it so:
 *
 * <pre>
 * TimelineModel model = new TimelineModel(zone);
 * Timeline face = new Timeline(model);
 * model.actionsProperty().set(actions);              // seek(nanos) scrubs back, backToLive() returns
 * model.window(5 * 60 * 1_000_000_000L);             // a window that goes with the present
 * // where events are decoded, one thread:
 * GrowingTracks tracks = new GrowingTracks();
 * tracks.add(event, nanos);                          // for every event; cheap
 * // once a second, on the same thread; it costs the same however much there is:
 * TimelineContent next = TimelineContent.of(source, zero, new TimeSpan(oldest, now), FrameClock.of(tracks.frames()))
 *         .withTracks(tracks.changes(), tracks.signals()).withSegments(segments).withHoles(losses)
 *         .withMarkers(markers).withLiveEdge(OptionalLong.of(now));
 * // then on the JavaFX thread:
 * model.contentProperty().set(next);                 // the window follows, unless the operator touched it
 * // now and then: tracks.forget(nanos) lets go of what can no longer be shown
 * </pre>
 *
 * {@code isLive()} tells whether the present is shown; {@code focus} must begin where frames can still be had (pre-roll
 * or recording), because scrubbing never leaves it.
 */
@NullMarked
package org.labreel.ui.timeline;

import org.jspecify.annotations.NullMarked;
