/** Session folders, session.json and the catalogue of the recordings folder. */
@NullMarked
package org.labreel.archive;

import org.jspecify.annotations.NullMarked;
