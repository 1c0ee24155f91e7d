/** A remote recorder as cpl_media's: serves any source to its players, and a simulated one. */
@NullMarked
package org.labreel.serve.cpl;

import org.jspecify.annotations.NullMarked;
