extension String {
  /// Returns the word that was probably meant; nil if none is similar.
  package func nearest(of words: [String]) -> String? {
    let mine = simplified
    let near = words.map { (word: $0, steps: mine.steps(to: $0.simplified)) }
      .min { $0.steps < $1.steps }
    guard let near, near.steps <= max(1, near.word.count / 3) else {
      return nil
    }
    return near.word
  }

  /// The word without variations of spelling: `checkDigit`, `check_digit`.
  private var simplified: String {
    filter { $0 != "-" && $0 != "_" && $0 != " " }.lowercased()
  }

  /// Returns the edit distance (Damerau–Levenshtein, optimal string alignment).
  private func steps(to other: String) -> Int {
    // Longer texts are similar to none of our words.
    guard count <= 80 else { return count }
    let (mine, other) = (Array(self), Array(other))
    var before = Array(0...other.count)
    var row = before
    for line in mine.indices {
      var next = [line + 1]
      for column in other.indices {
        let isSame = mine[line] == other[column]
        var steps = Swift.min(
          row[column] + (isSame ? 0 : 1), row[column + 1] + 1,
          next[column] + 1)
        if line > 0, column > 0, mine[line] == other[column - 1],
          mine[line - 1] == other[column]
        {
          steps = Swift.min(steps, before[column - 1] + 1)
        }
        next.append(steps)
      }
      (before, row) = (row, next)
    }
    return row[other.count]
  }
}
