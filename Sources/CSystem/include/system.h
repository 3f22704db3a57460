#ifndef ZHIBU_SYSTEM_H
#define ZHIBU_SYSTEM_H

// The few calls of the system that Swift does not see, and a few loops over bytes that the C
// compiler turns into vector instructions.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Where `needle` first occurs in `text`; NULL when it does not.
const void *_Nullable system_find(
    const void *_Nonnull text, size_t text_length,
    const void *_Nonnull needle, size_t needle_length);

/// Where a line feed is followed by one of two bytes; `length` when none is.
size_t system_line_break(
    const void *_Nonnull text, size_t length, uint8_t first, uint8_t second);

/// How often a byte occurs.
size_t system_count(const void *_Nonnull text, size_t length, uint8_t byte);

/// Whether UTF-8 text holds, beside line feeds, a C0 control, DEL, or the beginning of a C1 control
/// or of a mark that turns the direction of writing (C2 80–9F, E2 80 AA–AE, E2 81 A6–A9); false
/// alarms are possible.
bool system_may_be_forbidden(const void *_Nonnull text, size_t length);

/// The magic number of the file system that holds an open file (statfs); -1 with errno.
int64_t system_file_system(int descriptor);

/// Text of another encoding as UTF-8, in a block of its own that free gives back; NULL with errno
/// EINVAL when the system does not know the encoding, EILSEQ when the bytes are no text of it.
char *_Nullable system_utf8(
    const char *_Nonnull encoding, const void *_Nonnull bytes, size_t length,
    size_t *_Nonnull result_length);

#endif
