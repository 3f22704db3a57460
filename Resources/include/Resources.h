#ifndef RESOURCES_H
#define RESOURCES_H

#include <stddef.h>

/// A file compiled into the program.
struct EmbeddedFile {
  /// Its path in a store, for example "catalog/kind.rec".
  const char *path;
  /// Its bytes.
  const unsigned char *bytes;
  /// How many bytes.
  size_t count;
};

/// The file at a position, in the order of resources.c; null beyond the last.
const struct EmbeddedFile *embedded_file(size_t position);

#endif
