#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "terminal.h"
#include "terminal_private.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Codes of our own, above every code that ncurses gives; it keeps them in 16 bits.
enum { OWN_KEYS = 0x4000, PASTE_START = 0x5000 };
enum { PASTE_SILENCE = 3000, MOST_PASTED = 1 << 26, EMPTY_READS = 3 };

static const char paste_end[] = "\033[201~";
static int input_file = -1;
static WINDOW *input_window;
static volatile sig_atomic_t got_hangup, got_terminate, got_interrupt;
static int wake[2] = {-1, -1};
static struct sigaction old_hangup, old_terminate, old_quit, old_interrupt, old_resize;
static sigset_t old_mask;
static int resized;
static int empty_reads;
static char *pasted;
static size_t pasted_length, pasted_capacity;
static uint32_t partial;
static int partial_missing;
static uint32_t partial_least;
static int held = ERR;

static void notice(int number) {
  int saved = errno;
  switch (number) {
    case SIGHUP: got_hangup = 1; break;
    case SIGQUIT:
    case SIGTERM: got_terminate = 1; break;
    case SIGINT: got_interrupt = 1; break;
    case SIGWINCH:
      if (old_resize.sa_handler != SIG_DFL && old_resize.sa_handler != SIG_IGN) {
        old_resize.sa_handler(number);
      }
      break;
    default: break;
  }
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;
  errno = saved;
}

/// A key sent as CSI 1;m X or CSI n;m ~, with the modifiers of xterm.
static void define_modified(const char *before, char final, int key) {
  for (int modifier = 2; modifier <= 8; modifier++) {
    char sequence[32];
    snprintf(sequence, sizeof sequence, "\033[%s;%d%c", before, modifier, final);
    define_key(sequence, OWN_KEYS + key * 8 + modifier - 1);
  }
}

/// A key that terminals send whatever their description says, unless that gives it a standard
/// meaning.
static void define_plain(const char *sequence, int key) {
  int code = key_defined(sequence);
  if (code <= 0 || code > KEY_MAX) define_key(sequence, OWN_KEYS + key * 8);
}

static void define_keys(void) {
  static const struct {
    char final;
    int key;
  } letters[] = {
      {'A', TERMINAL_KEY_UP},   {'B', TERMINAL_KEY_DOWN}, {'C', TERMINAL_KEY_RIGHT},
      {'D', TERMINAL_KEY_LEFT}, {'H', TERMINAL_KEY_HOME}, {'F', TERMINAL_KEY_END},
  };
  static const struct {
    const char *number;
    int key;
  } numbers[] = {
      {"1", TERMINAL_KEY_HOME},           {"2", TERMINAL_KEY_INSERT},
      {"3", TERMINAL_KEY_DELETE},         {"4", TERMINAL_KEY_END},
      {"5", TERMINAL_KEY_PAGE_UP},        {"6", TERMINAL_KEY_PAGE_DOWN},
      {"7", TERMINAL_KEY_HOME},           {"8", TERMINAL_KEY_END},
      {"11", TERMINAL_KEY_FUNCTION + 1},  {"12", TERMINAL_KEY_FUNCTION + 2},
      {"13", TERMINAL_KEY_FUNCTION + 3},  {"14", TERMINAL_KEY_FUNCTION + 4},
      {"15", TERMINAL_KEY_FUNCTION + 5},  {"17", TERMINAL_KEY_FUNCTION + 6},
      {"18", TERMINAL_KEY_FUNCTION + 7},  {"19", TERMINAL_KEY_FUNCTION + 8},
      {"20", TERMINAL_KEY_FUNCTION + 9},  {"21", TERMINAL_KEY_FUNCTION + 10},
      {"23", TERMINAL_KEY_FUNCTION + 11}, {"24", TERMINAL_KEY_FUNCTION + 12},
  };
  char sequence[16];
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
    snprintf(sequence, sizeof sequence, "\033[%c", letters[i].final);
    define_plain(sequence, letters[i].key);
    snprintf(sequence, sizeof sequence, "\033O%c", letters[i].final);
    define_plain(sequence, letters[i].key);
    define_modified("1", letters[i].final, letters[i].key);
  }
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    snprintf(sequence, sizeof sequence, "\033[%s~", numbers[i].number);
    define_plain(sequence, numbers[i].key);
    define_modified(numbers[i].number, '~', numbers[i].key);
  }
  for (int number = 1; number <= 4; number++) {
    snprintf(sequence, sizeof sequence, "\033O%c", 'O' + number);
    define_plain(sequence, TERMINAL_KEY_FUNCTION + number);
    define_modified("1", (char)('O' + number), TERMINAL_KEY_FUNCTION + number);
  }
  define_plain("\033[Z", TERMINAL_KEY_BACK_TAB);
  define_key("\033[200~", PASTE_START);
  // Never asked for; its reports are skipped as any unknown sequence.
  define_key(NULL, KEY_MOUSE);
}

void terminal_input_open(int input) {
  input_file = input;
  empty_reads = resized = partial_missing = 0;
  held = ERR;
  // A pad, because reading from a window also draws it.
  input_window = newpad(1, 1);
  keypad(input_window, TRUE);
  wtimeout(input_window, 0);
  define_keys();
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  struct sigaction action = {0};
  action.sa_handler = notice;
  sigemptyset(&action.sa_mask);
  sigaction(SIGHUP, &action, &old_hangup);
  sigaction(SIGTERM, &action, &old_terminate);
  sigaction(SIGQUIT, &action, &old_quit);
  sigaction(SIGINT, &action, &old_interrupt);
  sigaction(SIGWINCH, &action, &old_resize);
  // Some runtimes block them in the threads they start.
  sigset_t answered;
  sigemptyset(&answered);
  sigaddset(&answered, SIGHUP);
  sigaddset(&answered, SIGTERM);
  sigaddset(&answered, SIGQUIT);
  sigaddset(&answered, SIGINT);
  sigaddset(&answered, SIGWINCH);
  pthread_sigmask(SIG_UNBLOCK, &answered, &old_mask);
}

void terminal_input_close(void) {
  pthread_sigmask(SIG_SETMASK, &old_mask, NULL);
  sigaction(SIGHUP, &old_hangup, NULL);
  sigaction(SIGTERM, &old_terminate, NULL);
  sigaction(SIGQUIT, &old_quit, NULL);
  sigaction(SIGINT, &old_interrupt, NULL);
  sigaction(SIGWINCH, &old_resize, NULL);
  for (int i = 0; i < 2; i++) {
    if (wake[i] >= 0) close(wake[i]);
    wake[i] = -1;
  }
  delwin(input_window);
  input_window = NULL;
}

static int take_signal(struct terminal_input *input) {
  if (got_hangup) {
    got_hangup = 0;
    input->kind = TERMINAL_HANGUP;
  } else if (got_terminate) {
    got_terminate = 0;
    input->kind = TERMINAL_TERMINATE;
  } else if (got_interrupt) {
    got_interrupt = 0;
    input->kind = TERMINAL_INTERRUPT;
  } else {
    return 0;
  }
  return 1;
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

enum wait_result { WAIT_TIMEOUT, WAIT_READY, WAIT_WOKEN, WAIT_LOST };

/// Waits for input or a signal. ncurses alone would miss a signal that comes just before it waits.
static enum wait_result wait_until(long long deadline) {
  struct pollfd files[2] = {{input_file, POLLIN, 0}, {wake[0], POLLIN, 0}};
  long long left = deadline - now();
  int count = poll(files, 2, left < 0 ? 0 : (int)left);
  if (count == 0) return WAIT_TIMEOUT;
  if (count < 0) return WAIT_WOKEN;
  if (files[1].revents) {
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) continue;
    return WAIT_WOKEN;
  }
  if (files[0].revents & (POLLERR | POLLNVAL)) return WAIT_LOST;
  return WAIT_READY;
}

/// The next byte or key code; ERR if there is none now.
static int next_code(void) {
  if (held != ERR) {
    int code = held;
    held = ERR;
    return code;
  }
  int code = wgetch(input_window);
  if (code != ERR) empty_reads = 0;
  return code;
}

static void append_pasted(char byte) {
  if (pasted_length == pasted_capacity) {
    size_t capacity = pasted_capacity ? pasted_capacity * 2 : 4096;
    char *bytes = realloc(pasted, capacity);
    if (!bytes) return;
    pasted = bytes;
    pasted_capacity = capacity;
  }
  pasted[pasted_length++] = byte;
}

/// Reads up to the end of a bracketed paste, or until nothing more comes.
static void read_paste(void) {
  size_t end = sizeof paste_end - 1;
  pasted_length = 0;
  keypad(input_window, FALSE);
  long long deadline = now() + PASTE_SILENCE;
  for (;;) {
    int code = wgetch(input_window);
    if (code == ERR) {
      enum wait_result result = wait_until(deadline);
      if (result == WAIT_TIMEOUT || result == WAIT_LOST) break;
      if (result == WAIT_READY && ++empty_reads > EMPTY_READS) break;
      continue;
    }
    empty_reads = 0;
    deadline = now() + PASTE_SILENCE;
    if (code == KEY_RESIZE) resized = 1;
    if (code > 0xFF) continue;
    append_pasted((char)code);
    if (pasted_length >= end && memcmp(pasted + pasted_length - end, paste_end, end) == 0) {
      pasted_length -= end;
      break;
    }
    if (pasted_length > MOST_PASTED) break;
  }
  keypad(input_window, TRUE);
}

const char *terminal_pasted(size_t *length) {
  *length = pasted_length;
  return pasted;
}

static struct terminal_input named(uint32_t key, int modifiers) {
  return (struct terminal_input){TERMINAL_KEY, key, modifiers};
}

static struct terminal_input key_input(int code) {
  if (code >= OWN_KEYS && code < PASTE_START) {
    return named((uint32_t)(code - OWN_KEYS) / 8, (code - OWN_KEYS) % 8);
  }
  if (code >= KEY_F(1) && code <= KEY_F(12)) {
    return named(TERMINAL_KEY_FUNCTION + (uint32_t)(code - KEY_F0), 0);
  }
  switch (code) {
    case KEY_UP: return named(TERMINAL_KEY_UP, 0);
    case KEY_DOWN: return named(TERMINAL_KEY_DOWN, 0);
    case KEY_LEFT: return named(TERMINAL_KEY_LEFT, 0);
    case KEY_RIGHT: return named(TERMINAL_KEY_RIGHT, 0);
    case KEY_SLEFT: return named(TERMINAL_KEY_LEFT, TERMINAL_SHIFT);
    case KEY_SRIGHT: return named(TERMINAL_KEY_RIGHT, TERMINAL_SHIFT);
    case KEY_HOME: case KEY_A1: case KEY_FIND: return named(TERMINAL_KEY_HOME, 0);
    case KEY_END: case KEY_C1: case KEY_SELECT: return named(TERMINAL_KEY_END, 0);
    case KEY_PPAGE: case KEY_A3: return named(TERMINAL_KEY_PAGE_UP, 0);
    case KEY_NPAGE: case KEY_C3: return named(TERMINAL_KEY_PAGE_DOWN, 0);
    case KEY_IC: return named(TERMINAL_KEY_INSERT, 0);
    case KEY_DC: return named(TERMINAL_KEY_DELETE, 0);
    case KEY_BACKSPACE: return named(TERMINAL_KEY_BACKSPACE, 0);
    case KEY_BTAB: return named(TERMINAL_KEY_BACK_TAB, 0);
    case KEY_ENTER: return named(TERMINAL_KEY_ENTER, 0);
    default: return named(TERMINAL_KEY_UNKNOWN, 0);
  }
}

static struct terminal_input character_input(uint32_t scalar) {
  return (struct terminal_input){TERMINAL_CHARACTER, scalar, 0};
}

static int start_character(int byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    partial = (uint32_t)byte & 0x1F;
    partial_missing = 1;
    partial_least = 0x80;
  } else if (byte >= 0xE0 && byte <= 0xEF) {
    partial = (uint32_t)byte & 0x0F;
    partial_missing = 2;
    partial_least = 0x800;
  } else if (byte >= 0xF0 && byte <= 0xF4) {
    partial = (uint32_t)byte & 0x07;
    partial_missing = 3;
    partial_least = 0x10000;
  } else {
    return 0;
  }
  return 1;
}

/// Takes one byte of UTF-8; true if `input` is complete. A character that comes in two pieces, as
/// over a slow line, is kept between calls.
static int take_byte(int byte, struct terminal_input *input) {
  if (partial_missing > 0) {
    if ((byte & 0xC0) == 0x80) {
      partial = partial << 6 | ((uint32_t)byte & 0x3F);
      if (--partial_missing > 0) return 0;
      int is_scalar = partial >= partial_least && partial <= 0x10FFFF
          && (partial < 0xD800 || partial > 0xDFFF);
      *input = character_input(is_scalar ? partial : 0xFFFD);
      return 1;
    }
    partial_missing = 0;
    held = byte;
    *input = character_input(0xFFFD);
    return 1;
  }
  if (byte >= 0x80) {
    if (start_character(byte)) return 0;
    *input = character_input(0xFFFD);
    return 1;
  }
  *input = character_input((uint32_t)byte);
  return 1;
}

struct terminal_input terminal_read(int milliseconds) {
  struct terminal_input input = {TERMINAL_NOTHING, 0, 0};
  long long deadline = now() + milliseconds;
  for (;;) {
    if (take_signal(&input)) return input;
    if (resized) {
      resized = 0;
      input.kind = TERMINAL_RESIZE;
      return input;
    }
    int code = next_code();
    if (code == KEY_RESIZE) {
      input.kind = TERMINAL_RESIZE;
      return input;
    }
    if (code == PASTE_START) {
      read_paste();
      input.kind = TERMINAL_PASTE;
      return input;
    }
    if (code > 0xFF) {
      partial_missing = 0;
      return key_input(code);
    }
    if (code != ERR) {
      if (take_byte(code, &input)) return input;
      continue;
    }
    switch (wait_until(deadline)) {
      case WAIT_TIMEOUT: return input;
      case WAIT_WOKEN: break;
      case WAIT_READY:
        // Something to read, and nothing read, again and again: the end of the file.
        if (++empty_reads <= EMPTY_READS) break;
        input.kind = TERMINAL_HANGUP;
        return input;
      case WAIT_LOST:
        input.kind = TERMINAL_HANGUP;
        return input;
    }
  }
}
