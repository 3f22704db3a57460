#ifndef PROCESS_H
#define PROCESS_H

#include <stddef.h>

// Child processes in the process group of the caller, with no signal blocked and none ignored.
// A child in a group of its own could not read the terminal.

/// Runs a program found in PATH and waits for it. `arguments` starts with its name and ends with
/// NULL; `environment` ends with NULL, or is NULL for the caller's own. While it runs the caller
/// ignores the keys for interrupt and quit. Returns the exit status, 128 + the number of the
/// signal that ended it, or minus the error number if it could not be started.
int process_run(const char *const *arguments, const char *const *environment);

/// As `process_run`, with `input` as its standard input. What it writes to standard output and
/// standard error is put into `output`, to be freed by the caller.
int process_capture(
    const char *const *arguments, const char *const *environment, const char *input,
    size_t input_length, char **output, size_t *output_length);

#endif
