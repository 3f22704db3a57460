#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "terminal.h"
#include "terminal_private.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
// Declared here: <term.h> makes a macro of every common word.
extern int setupterm(const char *, int, int *);

static SCREEN *screen;
static FILE *from, *to;
static int is_real;
static int uses_colors;
static struct sigaction curses_stop;

const char *terminal_codeset(void) { return nl_langinfo(CODESET); }

int terminal_use_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }

int terminal_use_locale(void) {
  setlocale(LC_ALL, "");
  if (strcmp(terminal_codeset(), "UTF-8") != 0) return 0;
  // The widths of C.UTF-8 are those of the layout; the user's locale may count other ones.
  terminal_use_utf8();
  return 1;
}

static void choose_colors(void) {
  const char *no_color = getenv("NO_COLOR");
  uses_colors = 0;
  if (!has_colors() || (no_color && *no_color)) return;
  if (start_color() == ERR || use_default_colors() == ERR) return;
  for (short color = 1; color < 8; color++) init_pair(color, color, -1);
  uses_colors = 1;
}

static void choose_modes(void) {
  raw();
  noecho();
  nonl();
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  choose_colors();
}

static void write_now(const char *bytes) {
  size_t length = strlen(bytes);
  while (length > 0) {
    ssize_t count = write(fileno(to), bytes, length);
    if (count <= 0) return;
    bytes += count;
    length -= (size_t)count;
  }
}

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

static void close_screen(void) {
  if (screen) delscreen(screen);
  if (from) fclose(from);
  if (to) fclose(to);
  screen = NULL;
  from = to = NULL;
}

static int open_screen(int input, int output, const char *type) {
  int in = fcntl(input, F_DUPFD_CLOEXEC, 3);
  int out = fcntl(output, F_DUPFD_CLOEXEC, 3);
  from = in < 0 ? NULL : fdopen(in, "r");
  to = out < 0 ? NULL : fdopen(out, "w");
  if (from && to) screen = newterm(type, to, from);
  if (!screen) close_screen();
  return screen != NULL;
}

enum terminal_opening terminal_open(int input, int output, const char *type) {
  if (!isatty(input) || !isatty(output)) return TERMINAL_NOT_A_TERMINAL;
  int error = 0;
  if (setupterm(type, output, &error) == ERR || !capability("cup")) return TERMINAL_UNKNOWN_TYPE;
  terminal_guard_save(input, output);
  if (!getenv("ESCDELAY")) set_escdelay(25);
  if (!open_screen(input, output, type)) return TERMINAL_UNKNOWN_TYPE;
  is_real = 1;
  choose_modes();
  curs_set(1);
  terminal_input_open(fileno(from));
  terminal_guard_open(capability("rmcup"), capability("cnorm"));
  // Written before the first refresh it is lost.
  refresh();
  write_now(paste_on);
  return TERMINAL_OPENED;
}

int terminal_open_offscreen(int rows, int columns) {
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return -1;
  int is_open = terminal_use_utf8() && open_screen(nowhere, nowhere, "xterm-256color");
  close(nowhere);
  if (!is_open) return -1;
  is_real = 0;
  choose_modes();
  return resizeterm(rows, columns) == OK ? 0 : -1;
}

void terminal_close(void) {
  if (!screen) return;
  if (is_real) {
    write_now(paste_off);
    terminal_input_close();
  }
  endwin();
  if (is_real) terminal_guard_close();
  close_screen();
}

void terminal_suspend(void) {
  if (!is_real) return;
  write_now(paste_off);
  endwin();
  // Stopped together with the other program, ncurses would draw over it when both go on.
  struct sigaction stop = {0};
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, &curses_stop);
  terminal_guard_pause();
}

void terminal_resume(void) {
  if (!is_real) return;
  terminal_guard_continue();
  sigaction(SIGTSTP, &curses_stop, NULL);
  clearok(stdscr, TRUE);
  refresh();
  write_now(paste_on);
}

int terminal_rows(void) { return getmaxy(stdscr); }

int terminal_columns(void) { return getmaxx(stdscr); }

int terminal_has_colors(void) { return uses_colors; }

void terminal_clear_row(int row) {
  wattr_set(stdscr, A_NORMAL, 0, NULL);
  if (move(row, 0) != ERR) clrtoeol();
}

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TERMINAL_BOLD) result |= A_BOLD;
  if (attributes & TERMINAL_DIM) result |= A_DIM;
  if (attributes & TERMINAL_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE) result |= A_REVERSE;
  return result;
}

void terminal_paint(
    int row, int column, const uint32_t *scalars, int count, int attributes, int color) {
  attr_t attribute = curses_attributes(attributes);
  short pair = uses_colors ? (short)color : 0;
  int index = 0;
  while (index < count) {
    if (scalars[index] == 0) {
      index++;
      continue;
    }
    // One base and the marks that combine with it: adding marks afterwards goes wrong after a wide
    // base in ncurses 6.4.
    wchar_t text[CCHARW_MAX + 1] = {0};
    int length = 0;
    int width = wcwidth((wchar_t)scalars[index]);
    text[length++] = (wchar_t)scalars[index++];
    while (index < count && scalars[index] != 0 && wcwidth((wchar_t)scalars[index]) == 0) {
      if (length < CCHARW_MAX) text[length++] = (wchar_t)scalars[index];
      index++;
    }
    cchar_t cell;
    // ERR after the last cell of the window: it is drawn all the same.
    if (setcchar(&cell, text, attribute, pair, NULL) == OK) mvadd_wch(row, column, &cell);
    column += width > 0 ? width : 1;
  }
}

void terminal_show(int row, int column) {
  if (move(row, column) == ERR) move(0, 0);
  refresh();
}

void terminal_forget(void) { clearok(stdscr, TRUE); }

void terminal_beep(void) { beep(); }

int terminal_cell(
    int row, int column, uint32_t *scalars, int capacity, int *attributes, int *color) {
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attribute = 0;
  short pair = 0;
  if (mvin_wch(row, column, &cell) == ERR) return -1;
  if (getcchar(&cell, text, &attribute, &pair, NULL) == ERR) return -1;
  int length = 0;
  while (length < capacity && length < CCHARW_MAX && text[length]) {
    scalars[length] = (uint32_t)text[length];
    length++;
  }
  *attributes = (attribute & A_BOLD ? TERMINAL_BOLD : 0) | (attribute & A_DIM ? TERMINAL_DIM : 0)
      | (attribute & A_UNDERLINE ? TERMINAL_UNDERLINE : 0)
      | (attribute & A_REVERSE ? TERMINAL_REVERSE : 0);
  *color = pair;
  return length;
}

void terminal_cursor(int *row, int *column) { getyx(stdscr, *row, *column); }
