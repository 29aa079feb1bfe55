// The archive that a workbook is.
#include <zip.h>
