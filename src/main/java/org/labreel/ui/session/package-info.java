/** The page of the sessions: planned, armed, triggered and followed, here or in another program. */
@NullMarked
package org.labreel.ui.session;

import org.jspecify.annotations.NullMarked;
