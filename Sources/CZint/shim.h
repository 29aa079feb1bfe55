// Which bars a text has in Code 128.
#include <zint.h>
