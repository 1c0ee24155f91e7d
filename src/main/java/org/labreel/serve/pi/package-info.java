/** Servers that speak as a remote Pi camera does: any source shown as one, and a simulated one. */
@NullMarked
package org.labreel.serve.pi;

import org.jspecify.annotations.NullMarked;
