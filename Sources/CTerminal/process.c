#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int run(
    const char *const *arguments, const char *const *environment, int input, int output) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawn_file_actions_init(&actions);
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, 0);
  if (output >= 0) {
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, output, 2);
  }
  // Nothing of the caller's stays open in a child that outlives it.
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  pid_t child = 0;
  int error = posix_spawnp(
      &child, arguments[0], &actions, &attributes, (char *const *)arguments,
      environment ? (char *const *)environment : environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error) return -error;

  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -errno;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int process_run(const char *const *arguments, const char *const *environment) {
  struct sigaction ignore = {0}, interrupt, quit;
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  int status = run(arguments, environment, -1, -1);
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  return status;
}

static char *contents(FILE *file, size_t *length) {
  *length = 0;
  // The child moved the shared offset, not the stream's.
  long end = lseek(fileno(file), 0, SEEK_END);
  if (end < 0) return NULL;
  char *bytes = malloc((size_t)end + 1);
  if (!bytes) return NULL;
  while (*length < (size_t)end) {
    ssize_t count = pread(fileno(file), bytes + *length, (size_t)end - *length, (off_t)*length);
    if (count <= 0) break;
    *length += (size_t)count;
  }
  bytes[*length] = 0;
  return bytes;
}

int process_capture(
    const char *const *arguments, const char *const *environment, const char *input,
    size_t input_length, char **output, size_t *output_length) {
  *output = NULL;
  *output_length = 0;
  FILE *from = tmpfile();
  FILE *to = tmpfile();
  int status = -EIO;
  if (from && to && fwrite(input, 1, input_length, from) == input_length && fflush(from) == 0) {
    lseek(fileno(from), 0, SEEK_SET);
    status = run(arguments, environment, fileno(from), fileno(to));
    *output = contents(to, output_length);
  }
  if (from) fclose(from);
  if (to) fclose(to);
  return status;
}
