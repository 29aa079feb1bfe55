/// How far a piece of work on several files has come.
struct Work {
  private let all: Int
  private let progress: Merge.Progress
  private var done = 0

  /// Work on so many bytes.
  init(of all: Int, progress: @escaping Merge.Progress) {
    self.all = all
    self.progress = progress
  }

  /// Tells how many bytes of the present part are done.
  func show(_ part: Int) {
    progress(min(done + part, all), all)
  }

  /// Goes on to the next part.
  mutating func finish(_ part: Int) {
    done += part
    show(0)
  }
}
