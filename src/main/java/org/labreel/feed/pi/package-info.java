/**
 * The remote Raspberry Pi camera: its messages, a client that makes a source of it, and how such cameras are found on
 * the network. Big-endian throughout; text and numbers travel as pickles, of which only plain values are read.
 */
@NullMarked
package org.labreel.feed.pi;

import org.jspecify.annotations.NullMarked;
