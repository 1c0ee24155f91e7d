/** The simulated laboratory: its board, droplets, instruments and camera. Knows nothing of the network. */
@NullMarked
package org.labreel.serve.lab;

import org.jspecify.annotations.NullMarked;
