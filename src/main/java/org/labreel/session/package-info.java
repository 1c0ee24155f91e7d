/** Recording sessions: states, schedule, engine. Knows no window and no network of its own. */
@NullMarked
package org.labreel.session;

import org.jspecify.annotations.NullMarked;
