// What the kernel knows of its clock: whether the network set it.
#include <sys/timex.h>
