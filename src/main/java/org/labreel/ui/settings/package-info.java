/** The settings view. */
@NullMarked
package org.labreel.ui.settings;

import org.jspecify.annotations.NullMarked;
