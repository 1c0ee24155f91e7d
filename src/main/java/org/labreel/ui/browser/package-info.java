/** The log browser. */
@NullMarked
package org.labreel.ui.browser;

import org.jspecify.annotations.NullMarked;
