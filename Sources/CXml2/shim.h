// Debian's libxml2 shows ICU in one type that is not used here; its headers
// are not those of the ICU in Foundation, and Swift takes only one of them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
// A saved page, however it was written.
#include <libxml/HTMLparser.h>
// The parts of a workbook, piece by piece.
#include <libxml/xmlreader.h>
