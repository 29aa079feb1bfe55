import Foundation
import Support
import Testing

/// `offcirc slip` as the built program: files, a printer, and refusals.
@Suite(.serialized, .ownThread)
struct SlipCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try folder.offcirc(arguments + ["--files", folder.files], input: input)
  }

  @Test func aBorrowersSlipIsWrittenOrPrintedAndNobodyElseReadsIt() throws {
    let record = try run(
      ["record"], input: "loan 37000034179 9921000000164\nloan 2 7\n")
    #expect(record.status == 0)
    let path = folder.path + "/slip.pdf"
    let made = try run(["slip", "9921000000164", "--output", path])
    #expect(made.output == "Written to \(path).\n", "\(made.errors)")
    let text = try Program.run([path, "-"], of: "pdftotext").output
    #expect(text.contains("37000034179") && text.contains("Card: …0164"))
    #expect(!text.contains("9921000000164"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let sheet = folder.path + "/day.pdf"
    let session = try run(["slip", "--session", "--output", sheet])
    #expect(session.output == "Written to \(sheet).\n", "\(session.errors)")

    let device = folder.path + "/lp0"
    mkfifo(device, 0o600)
    let off = try run(["slip", "--last", "--printer", device])
    #expect(off.status == 74)
    #expect(off.errors.contains("The printer does not answer."))
    #expect(off.errors.contains("Kept in \(folder.files)/slips"))
    let paper = open(device, O_RDWR | O_NONBLOCK)
    defer { close(paper) }
    // A pipe has room for no more than one slip.
    _ = fcntl(paper, 1_031, 1 << 20)
    let on = try run(["slip", "--last", "--printer", device])
    #expect(on.output == "Printed on \(device).\n", "\(on.errors)")
    var start = [UInt8](repeating: 0, count: 2)
    #expect(read(paper, &start, 2) == 2 && start == [0x1b, 0x40])
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: folder.files + "/slips")
    #expect(kept.isEmpty)
    try expectPrintingByCUPS()
  }

  /// Prints the slip as it is, and the day as pages, by a program named `lp`
  /// that notes what it is asked for, and then refuses.
  private func expectPrintingByCUPS() throws {
    let lp = folder.path + "/lp"
    try """
    #!/bin/sh
    echo "$*" >> \(folder.path)/asked
    test "$3" != -o
    """.write(toFile: lp, atomically: true, encoding: .utf8)
    chmod(lp, 0o755)
    func slip(_ option: String) throws -> Program.Result {
      try Program.run(
        ["slip", option, "--printer", "cups:desk", "--files", folder.files],
        environment: [
          "HOME": folder.path, "PATH": folder.path + ":/usr/bin:/bin",
        ])
    }
    let session = try slip("--session")
    #expect(session.output == "Printed on cups:desk.\n", "\(session.errors)")
    let refused = try slip("--last")
    #expect(refused.status == 74)
    #expect(refused.errors.contains("CUPS refused to print on desk."))
    let asked = try String(
      contentsOfFile: folder.path + "/asked", encoding: .utf8
    ).split(separator: "\n")
    #expect(asked.count == 2)
    #expect(asked[0].contains(#/^-d desk -- .*/slips/.*\.pdf$/#))
    #expect(asked[1].contains(#/^-d desk -o raw -- .*/slips/.*\.bin$/#))
  }

  @Test func whatCannotBePrintedIsSaid() throws {
    let path = folder.path + "/slip.svg"
    for (arguments, status, sentence) in [
      (["7", "--output", path], 1, "Nothing to print:"),
      (["7"], 64, "Give --output or --printer,"),
      (["--output", path], 64, "Give either <card>, --last or --session."),
      (["7", "--output", "a.doc"], 64, "The name must end in .pdf, .svg or"),
      (["é", "--output", path], 64, "é"),
      (["--session", "--output", path], 64, "--session fills pages of A4:"),
      (["--session", "--width", "58"], 64, "not both."),
      (["7", "--printer", "lp0"], 64, "--printer: lp0 is not a printer."),
    ] as [([String], Int32, String)] {
      let result = try folder.offcirc(["slip"] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(sentence), "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
