// Surfaces of cairo that are files; each brings cairo.h, which draws on them.
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
