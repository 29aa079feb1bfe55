import Seeded

/// A disk, and all that it may hold if the power goes now.
///
/// It is told of every change. Until a sync, a write may be there, or not, or
/// in part; a name may be there or not, whatever becomes of the others.
package struct UncertainDisk {
  /// What a power cut may leave: the files by their paths.
  package struct State {
    package var files: [String: [UInt8]] = [:]
    /// Whether bytes of a sync that failed may be among others.
    package var isAfterFailedSync = false

    package init() {}
  }

  package init() {}

  private var files: [UInt: UncertainFile] = [:]
  /// What each name may stand for, the last being what programs see.
  private var names: [String: [UInt?]] = [:]

  package mutating func take(_ change: SimulatedFileSystem.Change) {
    switch change {
    case .made(let path, let file):
      names[path, default: [nil]].append(file)
      files[file] = UncertainFile()
    case .renamed(let path, let newPath):
      let file = names[path]?.last.flatMap(\.self)
      names[newPath, default: [nil]].append(file)
      names[path, default: []].append(nil)
    case .kept(let path, let newPath):
      names[newPath, default: [nil]].append(
        names[path]?.last.flatMap(\.self))
    case .removed(let path):
      names[path, default: []].append(nil)
    case .wrote(let file, let bytes, let offset):
      files[file]?.edit(.write(bytes, offset: offset))
    case .cut(let file, let length):
      files[file]?.edit(.cut(length))
    case .synchronized(let file):
      files[file]?.synchronize()
    case .failedToSynchronize(let file):
      files[file]?.failToSynchronize()
    case .synchronizedFolder(let folder):
      for (path, kept) in names where path.hasPrefix(folder + "/") {
        names[path] = Array(kept.suffix(1))
      }
    case .placed(let path, let file, let bytes):
      names[path] = [file]
      files[file] = UncertainFile(bytes)
    case .replaced(let file, let bytes):
      files[file] = UncertainFile(bytes)
    }
  }

  /// What a power cut may leave, each file and each name by itself in every
  /// way, and some of the ways together.
  package func states(using random: inout SeededGenerator) -> [State] {
    let places = names.sorted { $0.key < $1.key }.map { path, kept in
      Place(
        path: path,
        choices: Array(Set(kept)).sorted { ($0 ?? 0) < ($1 ?? 0) }.map { id in
          id.flatMap { files[$0] }.map {
            (contents: $0.contents(using: &random), $0.isAfterFailedSync)
          }
        },
        last: kept.last.flatMap(\.self).flatMap { files[$0]?.all })
    }
    var states = [State(places.map { ($0, $0.last, false) })]
    for (index, place) in places.enumerated() {
      for (content, isDoubtful) in place.all {
        var chosen = places.map { ($0, $0.last, false) }
        chosen[index] = (place, content, isDoubtful)
        states.append(State(chosen))
        let isAlone =
          places.count == 1 || Int.random(in: 0..<4, using: &random) > 0
        if isAlone { continue }
        for other in places.indices where other != index {
          guard
            let (content, isDoubtful) = places[other].all.randomElement(
              using: &random)
          else { continue }
          chosen[other] = (places[other], content, isDoubtful)
        }
        states.append(State(chosen))
      }
    }
    return states
  }

  /// What may be found under a name.
  fileprivate struct Place {
    let path: String
    let choices: [(contents: [[UInt8]], isAfterFailedSync: Bool)?]
    let last: [UInt8]?

    var all: [(content: [UInt8]?, isAfterFailedSync: Bool)] {
      choices.flatMap { choice -> [([UInt8]?, Bool)] in
        guard let choice else { return [(nil, false)] }
        return choice.contents.map { ($0, choice.isAfterFailedSync) }
      }
    }
  }
}

extension UncertainDisk.State {
  fileprivate init(
    _ chosen: [(UncertainDisk.Place, content: [UInt8]?, isDoubtful: Bool)]
  ) {
    for (place, content, isDoubtful) in chosen {
      files[place.path] = content
      if isDoubtful { isAfterFailedSync = true }
    }
  }
}

/// The content of a file, as far as it is sure, and what may have come to it.
private struct UncertainFile {
  enum Edit {
    case write([UInt8], offset: Int)
    case cut(Int)

    func apply(to bytes: inout [UInt8]) {
      switch self {
      case .write(let written, let offset):
        let gap = offset + written.count - bytes.count
        if gap > 0 { bytes += [UInt8](repeating: 0, count: gap) }
        bytes.replaceSubrange(offset..<offset + written.count, with: written)
      case .cut(let length):
        bytes = Array(bytes.prefix(length))
        bytes += [UInt8](repeating: 0, count: length - bytes.count)
      }
    }
  }

  enum Standing {
    /// The next sync makes it sure.
    case pending
    /// A sync has failed: no later one makes it sure.
    case doubtful
    case sure
  }

  private var base: [UInt8]
  private var edits: [(edit: Edit, standing: Standing)] = []

  init(_ bytes: [UInt8] = []) {
    base = bytes
  }

  var isAfterFailedSync: Bool { edits.contains { $0.standing == .doubtful } }

  /// What programs see.
  var all: [UInt8] { content { _ in true } }

  mutating func edit(_ edit: Edit) {
    edits.append((edit, .pending))
  }

  mutating func synchronize() {
    for index in edits.indices where edits[index].standing == .pending {
      edits[index].standing = .sure
      // What stood beyond a cut that is sure is gone for good.
      guard case .cut(let length) = edits[index].edit else { continue }
      for earlier in edits[..<index].indices {
        if case .write(_, let offset) = edits[earlier].edit, offset >= length {
          edits[earlier].standing = .sure
        }
      }
    }
    while edits.first?.standing == .sure {
      edits.removeFirst().edit.apply(to: &base)
    }
  }

  mutating func failToSynchronize() {
    for index in edits.indices where edits[index].standing == .pending {
      // The length is not forgotten, only what the pages hold.
      if case .write = edits[index].edit { edits[index].standing = .doubtful }
    }
  }

  private func content(keeping isKept: (Int) -> Bool) -> [UInt8] {
    var bytes = base
    for (index, (edit, standing)) in edits.enumerated()
    where standing == .sure || isKept(index) {
      edit.apply(to: &bytes)
    }
    return bytes
  }

  /// What a power cut may leave.
  func contents(using random: inout SeededGenerator) -> [[UInt8]] {
    guard !edits.isEmpty else { return [base] }
    var contents: [[UInt8]] = []
    for (index, (edit, standing)) in edits.enumerated()
    where standing != .sure {
      // All that came before it, and a beginning of it.
      let before = content { $0 < index }
      contents.append(before)
      // All but it.
      contents.append(content { $0 != index })
      guard case .write(let bytes, let offset) = edit else { continue }
      for length in Self.tears(of: bytes.count, using: &random) {
        var torn = before
        Edit.write(Array(bytes.prefix(length)), offset: offset)
          .apply(to: &torn)
        contents.append(torn)
        // The length may be on disk before the bytes are.
        let missing = offset + bytes.count - torn.count
        if missing > 0 {
          contents.append(torn + [UInt8](repeating: 0, count: missing))
        }
      }
    }
    contents.append(all)
    let none = content { _ in false }
    for grain in [512, 4_096] {
      contents += holes(grain, none: none, all: all, using: &random)
    }
    var seen: Set<[UInt8]> = []
    return contents.filter { seen.insert($0).inserted }
  }

  /// Where a write may be torn: anywhere, but of a long one not everywhere.
  private static func tears(
    of count: Int, using random: inout SeededGenerator
  ) -> [Int] {
    if count <= 300 { return Array(1..<max(count, 1)) }
    let few = (0..<20).map { _ in Int.random(in: 1..<count, using: &random) }
    let edges = stride(from: 512, to: count, by: 512).flatMap { [$0 - 1, $0] }
    return Array(1..<120) + edges + few + Array(count - 20..<count)
  }

  /// Some of the sectors, or pages, are written, in whatever order the disk
  /// took them.
  private func holes(
    _ grain: Int, none: [UInt8], all: [UInt8],
    using random: inout SeededGenerator
  ) -> [[UInt8]] {
    let old =
      none.prefix(all.count)
      + [UInt8](repeating: 0, count: max(all.count - none.count, 0))
    let changed = stride(from: 0, to: all.count, by: grain).filter { start in
      let range = start..<min(start + grain, all.count)
      return all[range] != old[range]
    }
    guard changed.count > 1 else { return [] }
    let isFew = changed.count <= 4
    let masks =
      isFew
      ? Array(0..<UInt64(1) << UInt64(changed.count))
      : (0..<12).map { _ in random.next() }
    return masks.map { mask in
      var bytes = all
      for (number, start) in changed.enumerated()
      where mask >> UInt64(number % 64) & 1 == 0 {
        let range = start..<min(start + grain, all.count)
        bytes.replaceSubrange(range, with: old[range])
      }
      return bytes
    }
  }
}
