/// The progress of work on several files.
struct ProgressCounter {
  private let all: Int
  private let progress: Merge.Progress
  private var done = 0

  /// Creates the progress of a number of bytes.
  init(of all: Int, progress: @escaping Merge.Progress) {
    self.all = all
    self.progress = progress
  }

  /// Reports the bytes done of the current part.
  func show(_ part: Int) {
    progress(min(done + part, all), all)
  }

  /// Completes the current part.
  mutating func finish(_ part: Int) {
    done += part
    show(0)
  }
}
