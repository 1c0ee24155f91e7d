/** Immutable facts: events, device state, board, segments, markers, losses, sessions. Needs nothing but the JDK. */
@NullMarked
package org.labreel.model;

import org.jspecify.annotations.NullMarked;
