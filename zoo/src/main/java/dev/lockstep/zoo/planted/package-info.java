/**
 * Small parsers whose ports have planted bugs, known in number: what tells causes apart is measured
 * on them.
 */
@NullMarked
package dev.lockstep.zoo.planted;

import org.jspecify.annotations.NullMarked;
