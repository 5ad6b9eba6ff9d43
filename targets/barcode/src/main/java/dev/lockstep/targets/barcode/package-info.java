/** Barcodes, written: ZXing and its port rxing. */
@NullMarked
package dev.lockstep.targets.barcode;

import org.jspecify.annotations.NullMarked;
