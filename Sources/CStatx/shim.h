// A file's identity without its times: some systems keep finer times of a file
// after they were asked for, and put each on disk.
#include <linux/stat.h>
#include <sys/sysmacros.h>
#include <sys/types.h>

int statx(int folder, const char *path, int flags, unsigned int mask,
          struct statx *status);

// Swift sees no macros that take arguments.
static inline dev_t device_of(const struct statx *status) {
  return makedev(status->stx_dev_major, status->stx_dev_minor);
}
