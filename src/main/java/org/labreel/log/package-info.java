/** The raw log in PurpleDrop's format: writer, reader, index and its sidecar, doctor. */
@NullMarked
package org.labreel.log;

import org.jspecify.annotations.NullMarked;
