/** What people and machines read: text and JSON made from findings and counts. Prints nothing. */
@NullMarked
package dev.lockstep.report;

import org.jspecify.annotations.NullMarked;
