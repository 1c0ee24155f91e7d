/** Composition root, command line, settings, main. */
@NullMarked
package org.labreel.app;

import org.jspecify.annotations.NullMarked;
