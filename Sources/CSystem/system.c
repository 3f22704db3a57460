#define _GNU_SOURCE
#include "system.h"

#include <string.h>
#include <sys/vfs.h>

const void *system_find(
    const void *text, size_t text_length, const void *needle, size_t needle_length) {
  return memmem(text, text_length, needle, needle_length);
}

int64_t system_file_system(int descriptor) {
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) return -1;
  return (int64_t)status.f_type;
}
