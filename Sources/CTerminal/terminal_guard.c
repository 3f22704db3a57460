#define _GNU_SOURCE
#include "terminal_private.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { CRASHES = sizeof crashes / sizeof crashes[0] };

static int saved_input, saved_output;
static struct termios saved_modes;
static struct sigaction previous[CRASHES];
static char leave_sequence[128];
static char crash_stack[1 << 16];
static char last_words[512];
static int wants_backtrace;
static FILE *aside;
static int real_error = -1;

/// Gives what was written to standard error back to it.
static void replay(void) {
  char bytes[4096];
  off_t offset = 0;
  ssize_t count;
  if (real_error < 0) return;
  dup2(real_error, STDERR_FILENO);
  while ((count = pread(fileno(aside), bytes, sizeof bytes, offset)) > 0) {
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) break;
    offset += count;
  }
  if (ftruncate(fileno(aside), 0) == 0) lseek(fileno(aside), 0, SEEK_SET);
}

static void crashed(int number) {
  ssize_t ignored = write(saved_output, leave_sequence, strlen(leave_sequence));
  (void)ignored;
  tcsetattr(saved_input, TCSANOW, &saved_modes);
  replay();
  if (wants_backtrace) {
    for (int i = 0; i < CRASHES; i++) {
      // The failing instruction runs again and meets the handler that was there before.
      if (crashes[i] == number) sigaction(number, &previous[i], NULL);
    }
    if (number == SIGABRT) raise(number);
    return;
  }
  ignored = write(STDERR_FILENO, last_words, strlen(last_words));
  signal(number, SIG_DFL);
  raise(number);
}

void terminal_last_words(const char *words) {
  snprintf(last_words, sizeof last_words, "%s\n", words);
}

void terminal_guard_save(int input, int output) {
  saved_input = input;
  saved_output = output;
  tcgetattr(input, &saved_modes);
}

void terminal_guard_open(const char *leave, const char *cursor) {
  snprintf(
      leave_sequence, sizeof leave_sequence, "\033[?2004l%s%s\033[m\r\n", cursor ? cursor : "",
      leave ? leave : "");
  // Whoever asks for it sees where the program failed; to others it is a screen of noise.
  wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {0};
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &previous[i]);

  if (!isatty(STDERR_FILENO)) return;
  aside = tmpfile();
  if (!aside) return;
  fcntl(fileno(aside), F_SETFD, FD_CLOEXEC);
  real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  terminal_guard_continue();
}

void terminal_guard_pause(void) { replay(); }

void terminal_guard_continue(void) {
  if (real_error >= 0) dup2(fileno(aside), STDERR_FILENO);
}

void terminal_guard_close(void) {
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &previous[i], NULL);
  replay();
  if (real_error >= 0) close(real_error);
  if (aside) fclose(aside);
  real_error = -1;
  aside = NULL;
}
