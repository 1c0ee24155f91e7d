/** Expressions over what a log holds, and the ranges where they are true. */
@NullMarked
package org.labreel.query;

import org.jspecify.annotations.NullMarked;
