package org.labreel.session;

/**
 * A folder that holds a session which cannot be worked with.
 *
 * @param folder
 *            its name under the root
 * @param words
 *            why not, for the operator
 */
public record DamagedSession(String folder, String words) {
}
