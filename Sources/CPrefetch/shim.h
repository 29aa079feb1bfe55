// The processor loads memory into its caches while the program goes on: Swift
// has no expression for that.
static inline void prefetch(const void *address) {
  __builtin_prefetch(address);
}
