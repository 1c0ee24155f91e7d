/** Sources of messages: the PurpleDrop websocket client, replay of a log, back-off. */
@NullMarked
package org.labreel.feed;

import org.jspecify.annotations.NullMarked;
