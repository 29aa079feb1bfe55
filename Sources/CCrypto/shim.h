// SHA-256, without the framework around it: a line takes no longer than its
// bytes, and the program holds no more of the library.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
