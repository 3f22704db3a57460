#ifndef COLUMN_WIDTH_H
#define COLUMN_WIDTH_H

#include <stdint.h>

/// Columns a terminal gives to one Unicode scalar, as the C library counts them in a fixed UTF-8
/// locale: 0 (combining), 1 or 2, and -1 for what it does not know or cannot print.
/// The answer does not depend on the environment of the process. Safe from every thread.
int column_width(uint32_t scalar);

#endif
