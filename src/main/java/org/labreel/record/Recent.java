package org.labreel.record;

import java.util.List;
import org.labreel.model.RawMessage;

/**
 * What a press of Record would keep from before it. Empty while a segment is being recorded: there it is in the file.
 *
 * @param head
 *            the newest state from before the first of the messages, as a segment would begin with it
 * @param messages
 *            the pre-roll, oldest first
 */
public record Recent(List<RawMessage> head, List<RawMessage> messages) {
    public Recent {
        head = List.copyOf(head);
        messages = List.copyOf(messages);
    }
}
