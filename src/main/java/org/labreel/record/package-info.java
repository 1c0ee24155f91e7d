/** The recorder: bounded queue, pre-roll, segments, loss ledger, disk guard. */
@NullMarked
package org.labreel.record;

import org.jspecify.annotations.NullMarked;
