/** JPEG and PNG bytes to pixels and back; the size is checked first, damage is found and marked. */
@NullMarked
package org.labreel.picture;

import org.jspecify.annotations.NullMarked;
