import Foundation

/// `offcirc kit` of a large file, compared with a synced copy and its digest.
enum KitMaking {
  private static let lineCount = 5_000_000
  private static let roundCount = 3

  static func measure(in temporary: TemporaryFolder) throws {
    print(
      """

      A kit of \(lineCount) lines (medians of \(roundCount) rounds):
      """)
    guard let shell = Child.path(of: "sh") else {
      return print("    left out: sh is not installed")
    }
    guard SampleFile.hasRoom(in: temporary) else { return }
    let folder = try temporary.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/OffCirc.dat"
    try SampleFile.write(path, lineCount: lineCount, seed: 1)
    let (kit, ledger, copy) = (
      folder + "/kit", folder + "/ledger", folder + "/copy"
    )
    var ours: [Child] = []
    var theirs: [Child] = []
    for _ in 0..<roundCount {
      ours.append(
        try Child(
          Child.offcirc, ["kit", path, "--output", kit, "--ledger", ledger]))
      theirs.append(
        try Child(
          shell,
          ["-c", "cp \"$1\" \"$2\" && sync \"$2\" && sha256sum \"$2\"", "sh"]
            + [path, copy]))
      for path in [kit, ledger, copy] {
        try FileManager.default.removeItem(atPath: path)
      }
    }
    guard ours.allSatisfy({ $0.status == 0 }) else {
      throw CommandError(name: Child.offcirc)
    }
    print(
      """
          offcirc kit    \(ours.medians)
          cp, sha256sum  \(theirs.medians)
      """)
  }
}
