/** The page of the sources: those that are known, those that are found, and any that is typed. */
@NullMarked
package org.labreel.ui.source;

import org.jspecify.annotations.NullMarked;
