import Foundation
import Support
import Testing

/// Files of several systems, as a consortium brings them together.
@Suite(.ownThread)
struct OfflineFilesTests {
  private let folder = TestFolder()

  private func offcirc(_ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
        + arguments + ["--language", "en"], of: "sh",
      environment: ["HOME": folder.path])
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  private func writeFiles() throws {
    try write("a.dat", "202511251016RA1\r\n")
    try write(
      "b.koc",
      """
      Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0
      2025-11-25 10-15-30 402\tissue\t9921000000164\tI1
      2025-11-25 10-15-30 402\tpayment\t9921000000165\t2.50

      """)
    try write(
      "c.xacts",
      #"{"timestamp":1764062220,"type":"checkin","barcode":"E1"}"# + "\n")
  }

  @Test func theyAreMergedInOrderOfTimeAndALossNeedsConsent() throws {
    try writeFiles()
    let files = ["merge", "a.dat", "b.koc", "c.xacts", "--output", "m.dat"]
    let zone = ["--zone", "+01:00"]
    let path = folder.path + "/m.dat"
    func merge(_ more: [String]) throws -> Program.Result {
      try Program.run(
        ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
          + files + zone + more, of: "sh",
        environment: ["HOME": folder.path])
    }
    let refused = try merge(["--language", "fr"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("1 paiement n'est pas dans le nouveau"))
    #expect(refused.errors.contains("ligne 3 de b.koc"))
    #expect(refused.errors.contains("--accept-losses"))
    #expect(!refused.errors.contains("992100"))
    #expect(!FileManager.default.fileExists(atPath: path))

    let made = try merge(["--language", "en", "--accept-losses"])
    #expect(made.status == 1)
    for system in ["of Alma", "of Koha", "of Evergreen"] {
      #expect(made.output.contains(system))
    }
    #expect(made.output.contains("4 rows read, 3 written, 1 left out."))
    #expect(made.errors.contains("moved by +1 h"))
    // The order is what a merge is for.
    #expect(!made.errors.contains("in the order of the times"))
    let padding = String(repeating: " ", count: 78)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "202511251015LI1\(padding)9921000000164\r\n"
        + "202511251016RA1\r\n202511251017RE1\r\n")
  }

  @Test func theyAreCheckedAndListedWithTheirSystem() throws {
    try writeFiles()
    let check = try offcirc("check", "a.dat", "b.koc", "--format", "csv")
    #expect(check.status == 1)
    let lines = check.output.split(whereSeparator: \.isNewline)
    #expect(lines.first?.hasSuffix(",advice,format") == true)
    #expect(lines.contains { $0.hasSuffix(",alma") })
    #expect(
      lines.contains {
        $0.hasPrefix("b.koc,3,3,,warning,same-second,")
          && $0.hasSuffix(",koha")
      })
    let list = try offcirc(
      "list", "c.xacts", "--zone", "+01:00", "--format", "csv")
    #expect(list.status == 0)
    #expect(
      list.output.split(whereSeparator: \.isNewline) == [
        "recorded,operation,item,borrower,format,line,due,amount,count",
        "2025-11-25T10:17:00+01:00,return,E1,,evergreen,1,,,",
      ])
    #expect(list.errors.contains("local time of +01:00"))
  }
}
