#ifndef TERMINAL_PRIVATE_H
#define TERMINAL_PRIVATE_H

// What the parts of the terminal shim ask of each other.

/// Input: keys beyond the terminal's description, bracketed paste, signals.
void terminal_input_open(int input);
void terminal_input_close(void);

/// Guard: standard error aside while the screen is up, and the terminal put back after a crash.
void terminal_guard_save(int input, int output);
void terminal_guard_open(const char *leave_sequence, const char *cursor_sequence);
void terminal_guard_pause(void);
void terminal_guard_continue(void);
void terminal_guard_close(void);

#endif
