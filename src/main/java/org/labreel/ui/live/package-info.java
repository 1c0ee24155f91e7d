/** The live dashboard. */
@NullMarked
package org.labreel.ui.live;

import org.jspecify.annotations.NullMarked;
