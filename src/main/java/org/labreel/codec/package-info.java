/** Bytes to events and back, and board definitions. The only package that knows the generated wire classes. */
@NullMarked
package org.labreel.codec;

import org.jspecify.annotations.NullMarked;
