// curses.h declares its wide-character half only under this macro.
#define NCURSES_WIDECHAR 1
#include <curses.h>
// setupterm, to ask whether a terminal is fit before curses is started.
#include <term.h>
#include <langinfo.h>
#include <locale.h>

// A struct in ncurses 6.4, and opaque in 6.5: Swift imports two types of
// pointer. This name is right for both.
typedef WINDOW *curses_window;

// The attribute macros are casts, which Swift does not import.
static const attr_t curses_bold = A_BOLD;
static const attr_t curses_reverse = A_REVERSE;
static const attr_t curses_underline = A_UNDERLINE;

// So are the mouse's.
static const mmask_t curses_button1_pressed = BUTTON1_PRESSED;
static const mmask_t curses_wheel_up = BUTTON4_PRESSED;
static const mmask_t curses_wheel_down = BUTTON5_PRESSED;
