// Which bars a text has in Code 128.
#include <zint.h>

// The struct of a symbol differs between the versions of Debian 12 and 13, and
// so does the name of the library; the header does not say which it is.
#ifdef BARCODE_MEMORY_FILE
#define zint_interface "2.15"
#else
#define zint_interface "2.11"
#endif
