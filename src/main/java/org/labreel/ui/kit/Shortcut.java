package org.labreel.ui.kit;

/**
 * A line of the shortcut sheet.
 *
 * @param keys
 *            as written on keyboards, "Ctrl+Z", several separated by spaces
 * @param text
 *            what it does
 */
public record Shortcut(String keys, String text) {
}
