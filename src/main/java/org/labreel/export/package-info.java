/** From a range of a log to a clip: plan, painter, encoders, per-frame CSV. */
@NullMarked
package org.labreel.export;

import org.jspecify.annotations.NullMarked;
