import CPrefetch
import Glibc

/// The memory of a large table of zeros, in which nearly every access goes to
/// another page.
///
/// On huge pages, as the system can give them, the processor finds the pages
/// without further reads of memory.
struct LargeTable<Slot: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Slot>
  /// The number of slots.
  let count: Int

  /// Allocates a number of slots whose bytes are zero.
  init(count: Int) {
    self.count = count
    let size = count * MemoryLayout<Slot>.stride
    let memory = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else {
      fatalError("no memory for a table of \(size) bytes")
    }
    // Without huge pages it is only slower.
    _ = madvise(memory, size, MADV_HUGEPAGE)
    base = memory.bindMemory(to: Slot.self, capacity: count)
  }

  deinit {
    munmap(base, count * MemoryLayout<Slot>.stride)
  }

  /// Starts to load a slot, and those right after it, ahead of their use.
  @inline(__always)
  func prefetch(_ place: Int) {
    CPrefetch.prefetch(base + place)
    // Half a cache line further: the search mostly ends before.
    CPrefetch.prefetch(UnsafeRawPointer(base + place) + 32)
  }

  /// Accesses a slot; the caller guarantees that it is one of the table.
  @inline(__always)
  subscript(place: Int) -> Slot {
    get { base[place] }
    nonmutating _modify { yield &base[place] }
  }
}
