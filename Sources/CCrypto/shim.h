// SHA-256, by the one interface of OpenSSL to every digest.
#include <openssl/evp.h>
