import Algorithms

// The lines of the files, for who looks at them one by one.
extension Fix {
  /// The places of all lines in the order of a merge.
  var order: [FixedFile.Place] {
    var fixed = FixedLines(lines)
    return fixed.merged().map(\.place)
  }

  /// Returns the places of a name: several if a file was copied and has grown
  /// since, none if it is of a file that was not given.
  func places(of name: LineName) -> [FixedFile.Place] {
    lines.compactMap { file in
      file.index(of: name).map { file.lines[$0].place }
    }
  }

  /// Returns a line as it was written; nil if there is none.
  func line(at place: FixedFile.Place) -> FixedFile.Line? {
    let file = lines[place.file]
    let index = file.lines.partitioningIndex {
      $0.place.number >= place.number
    }
    guard index < file.lines.count, file.lines[index].place == place else {
      return nil
    }
    return file.lines[index]
  }

  /// Returns true if a source is a file, or its station.
  func has(_ source: LineSource, at file: Int) -> Bool {
    lines[file].has(source)
  }

  /// Returns the minute of the first line with a time; nil if there is none.
  func firstMinute(of file: Int) -> Int? {
    lines[file].lines.lazy.compactMap(\.minute).first
  }

  /// Returns the names of desks that were decided, by the index of the file.
  func desks(by decisions: [Decision.Numbered]) -> [Int: String] {
    var desks: [Int: String] = [:]
    for entry in decisions.inForce.decisions {
      guard case .desk(let source, let name) = entry.decision.act else {
        continue
      }
      for file in files.indices where has(source, at: file) {
        desks[file] = name
      }
    }
    return desks
  }
}
