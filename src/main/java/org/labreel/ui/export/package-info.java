/** The export dialog. */
@NullMarked
package org.labreel.ui.export;

import org.jspecify.annotations.NullMarked;
