@NullMarked
package dev.lockstep.ledger;

import org.jspecify.annotations.NullMarked;
