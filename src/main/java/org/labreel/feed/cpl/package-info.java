/** The remote recorder of cpl_media: its wire, in both directions, and the client that plays from one. */
@NullMarked
package org.labreel.feed.cpl;

import org.jspecify.annotations.NullMarked;
