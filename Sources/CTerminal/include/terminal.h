#ifndef TERMINAL_H
#define TERMINAL_H

#include <stddef.h>
#include <stdint.h>

// The screen through ncursesw, without its global variables, macros and variadic functions.
// Everything here belongs to one thread.

/// Whether the screen could be opened.
enum terminal_opening {
  TERMINAL_OPENED = 0,
  TERMINAL_NOT_A_TERMINAL,
  TERMINAL_UNKNOWN_TYPE
};

/// Attributes of a run of cells, to be combined.
enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_REVERSE = 8
};

/// Foreground colours; the background stays the terminal's own.
enum {
  TERMINAL_DEFAULT_COLOR = 0,
  TERMINAL_RED = 1,
  TERMINAL_GREEN = 2,
  TERMINAL_MAGENTA = 5,
  TERMINAL_CYAN = 6
};

/// Takes the locale of the environment. Returns whether its character set is UTF-8.
int terminal_use_locale(void);

/// The character set of the locale.
const char *terminal_codeset(void);

/// Takes C.UTF-8 whatever the environment says. Returns whether there is one.
int terminal_use_utf8(void);

/// Opens the screen on two file descriptors of a terminal: modes, colours, signal handlers.
/// `type` names its description; NULL for TERM. A locale has been chosen before.
enum terminal_opening terminal_open(int input, int output, const char *type);

/// What is said on standard error when the program fails, once the terminal is put back.
void terminal_last_words(const char *words);

/// Opens a screen of a given size that is drawn nowhere, for reading back. 0, or -1.
int terminal_open_offscreen(int rows, int columns);

/// Leaves the screen and puts back modes, handlers and standard error. May be called again.
void terminal_close(void);

/// Leaves the screen for another program and comes back to it.
void terminal_suspend(void);
void terminal_resume(void);

int terminal_rows(void);
int terminal_columns(void);
/// Whether colours are used: the terminal has them and NO_COLOR is not set.
int terminal_has_colors(void);

/// Empties a row.
void terminal_clear_row(int row);

/// Draws cells from a column on. `scalars` holds for each cell its Unicode scalars and a 0; `count`
/// is the length of the whole. Each scalar that is not combining takes its own columns.
void terminal_paint(
    int row, int column, const uint32_t *scalars, int count, int attributes, int color);

/// Shows what was drawn, the hardware cursor at `row`, `column`.
void terminal_show(int row, int column);

/// Draws everything anew at the next `terminal_show`.
void terminal_forget(void);

void terminal_beep(void);

/// What was read.
enum terminal_input_kind {
  TERMINAL_NOTHING = 0,
  TERMINAL_CHARACTER,
  TERMINAL_KEY,
  TERMINAL_PASTE,
  TERMINAL_RESIZE,
  TERMINAL_HANGUP,
  TERMINAL_TERMINATE,
  TERMINAL_INTERRUPT
};

/// Named keys. Function key n is TERMINAL_KEY_FUNCTION + n.
enum {
  TERMINAL_KEY_UP = 1,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_INSERT,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_BACK_TAB,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_UNKNOWN,
  TERMINAL_KEY_FUNCTION = 100
};

/// Modifiers of a named key, to be combined.
enum { TERMINAL_SHIFT = 1, TERMINAL_ALT = 2, TERMINAL_CONTROL = 4 };

struct terminal_input {
  enum terminal_input_kind kind;
  /// The scalar of a character, or the named key.
  uint32_t value;
  /// Modifiers of a named key.
  int modifiers;
};

/// The next thing read, or TERMINAL_NOTHING after `milliseconds`.
struct terminal_input terminal_read(int milliseconds);

/// The bytes of the last TERMINAL_PASTE, until the next `terminal_read`.
const char *terminal_pasted(size_t *length);

/// Reads one cell back: its scalars (at most `capacity`), attributes and colour. Returns the number
/// of scalars, or -1.
int terminal_cell(
    int row, int column, uint32_t *scalars, int capacity, int *attributes, int *color);

/// Reads the position of the cursor back.
void terminal_cursor(int *row, int *column);

#endif
