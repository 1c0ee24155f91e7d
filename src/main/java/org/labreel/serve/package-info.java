/** Servers: the simulated PurpleDrop. */
@NullMarked
package org.labreel.serve;

import org.jspecify.annotations.NullMarked;
