#define _GNU_SOURCE
#include "system.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>

const void *system_find(
    const void *text, size_t text_length, const void *needle, size_t needle_length) {
  return memmem(text, text_length, needle, needle_length);
}

size_t system_line_break(const void *text, size_t length, uint8_t first, uint8_t second) {
  enum { step = 64 };
  const uint8_t *bytes = text;
  size_t at = 0;
  // Whole steps without any such place are passed over.
  while (at + step < length) {
    uint8_t found = 0;
    for (size_t index = at; index < at + step; index++) {
      uint8_t next = bytes[index + 1];
      found |= (bytes[index] == '\n') & ((next == first) | (next == second));
    }
    if (!found) {
      at += step;
      continue;
    }
    while (bytes[at] != '\n' || (bytes[at + 1] != first && bytes[at + 1] != second)) at++;
    return at;
  }
  for (; at + 1 < length; at++) {
    if (bytes[at] == '\n' && (bytes[at + 1] == first || bytes[at + 1] == second)) return at;
  }
  return length;
}

size_t system_count(const void *text, size_t length, uint8_t byte) {
  const uint8_t *bytes = text;
  size_t count = 0;
  for (size_t at = 0; at < length;) {
    // A sum of at most 255 fits a byte.
    size_t end = length - at < 255 ? length : at + 255;
    uint8_t sum = 0;
    for (; at < end; at++) sum += bytes[at] == byte;
    count += sum;
  }
  return count;
}

bool system_may_be_forbidden(const void *text, size_t length) {
  const uint8_t *bytes = text;
  uint8_t found = 0;
  for (size_t at = 0; at < length; at++) {
    found |= (bytes[at] < 0x20) & (bytes[at] != '\n');
    found |= bytes[at] == 0x7F;
  }
  for (size_t at = 0; at + 1 < length; at++) {
    found |= (bytes[at] == 0xC2) & (bytes[at + 1] < 0xA0);
  }
  for (size_t at = 0; at + 2 < length; at++) {
    uint8_t last = bytes[at + 2];
    found |= (bytes[at] == 0xE2) & ((bytes[at + 1] & 0xFE) == 0x80) & (last >= 0xA6) & (last <= 0xAE);
  }
  return found;
}

int64_t system_file_system(int descriptor) {
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) return -1;
  return (int64_t)status.f_type;
}

char *system_utf8(
    const char *encoding, const void *bytes, size_t length, size_t *result_length) {
  iconv_t conversion = iconv_open("UTF-8", encoding);
  if (conversion == (iconv_t)-1) return NULL;
  // No character of these encodings takes more than three times its bytes in UTF-8.
  size_t room = 3 * length + 4;
  char *result = malloc(room);
  char *in = (char *)bytes;
  char *out = result;
  size_t left = length;
  size_t free_room = room;
  size_t failed = result ? iconv(conversion, &in, &left, &out, &free_room) : (size_t)-1;
  int code = failed == (size_t)-1 ? (errno == ENOMEM ? ENOMEM : EILSEQ) : 0;
  iconv_close(conversion);
  if (code != 0) {
    free(result);
    errno = code;
    return NULL;
  }
  *result_length = room - free_room;
  return result;
}
