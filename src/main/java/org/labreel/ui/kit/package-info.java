/** What every view stands on: newest-value slots, the pulse, background tasks, notices. */
@NullMarked
package org.labreel.ui.kit;

import org.jspecify.annotations.NullMarked;
