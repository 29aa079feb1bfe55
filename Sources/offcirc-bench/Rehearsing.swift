import Foundation

/// `offcirc rehearse` of a large file against a large catalogue.
enum Rehearsing {
  private static let lineCount = 10_000_000
  private static let itemCount = 5_000_000
  private static let roundCount = 3

  static func measure(in temporary: TemporaryFolder) throws {
    print(
      """

      Rehearsing \(lineCount) lines against \(itemCount) items (medians of \
      \(roundCount) rounds):
      """)
    guard SampleFile.hasRoom(in: temporary) else { return }
    let folder = try temporary.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/OffCirc.dat"
    let catalogue = folder + "/catalogue"
    try SampleFile.write(path, lineCount: lineCount, seed: 1)
    try importLists(in: folder, into: catalogue)
    var runs: [Child] = []
    for _ in 0..<roundCount {
      runs.append(
        try Child(Child.offcirc, ["rehearse", path, "--catalogue", catalogue]))
    }
    // Items are lent twice by chance, and nothing fails.
    guard runs.allSatisfy({ $0.status == 1 }) else {
      throw CommandError(name: Child.offcirc)
    }
    print("    offcirc rehearse  \(runs.medians)")
  }

  /// Imports lists of all items, every tenth of which must not be lent, and of
  /// all borrowers.
  private static func importLists(
    in folder: String, into catalogue: String
  ) throws {
    let lists = [
      (name: "items.csv", head: "barcode,title,item policy", itemCount),
      (name: "borrowers.csv", head: "card number,expiry date", lineCount / 20),
    ]
    for (name, head, count) in lists {
      let path = folder + "/" + name
      let isOfItems = name == "items.csv"
      try write(path, head: head, count: count + 1) { index in
        isOfItems
          ? "\(3_700_000_000_000 + 7 * index),Title \(index / 3),"
            + (index % 10 == 0 ? "Not for loan" : "Normal")
          : "\(9_921_000_000_000 + index),2030-01-01"
      }
      let child = try Child(
        Child.offcirc,
        [
          "catalogue", "import", path, "--complete", "--exported", "2018-05-08",
          "--catalogue", catalogue,
        ])
      guard child.status == 0 else { throw CommandError(name: Child.offcirc) }
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private static func write(
    _ path: String, head: String, count: Int, _ row: (Int) -> String
  ) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw POSIXError(errno) }
    defer { try? file.close() }
    var text = head + "\n"
    for index in 0..<count {
      text += row(index) + "\n"
      guard text.utf8.count > 1 << 20 else { continue }
      try file.write(contentsOf: Data(text.utf8))
      text = ""
    }
    try file.write(contentsOf: Data(text.utf8))
  }
}
