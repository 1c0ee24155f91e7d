/** Benchmarks: each times ours and a named peer in one run, interleaved, and prints the median ratio. */
@NullMarked
package org.labreel.bench;

import org.jspecify.annotations.NullMarked;
