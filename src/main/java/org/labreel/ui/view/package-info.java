/** Own controls: the frame view with its overlay, plots. */
@NullMarked
package org.labreel.ui.view;

import org.jspecify.annotations.NullMarked;
