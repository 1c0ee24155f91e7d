/** The timeline control: scale, lanes, level of detail and gestures as plain classes, a skin that draws. */
@NullMarked
package org.labreel.ui.timeline;

import org.jspecify.annotations.NullMarked;
