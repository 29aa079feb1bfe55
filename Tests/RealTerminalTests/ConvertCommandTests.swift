import Foundation
import Support
import Testing

/// `offcirc convert`, as somebody who moves between systems uses it.
@Suite(.ownThread)
struct ConvertCommandTests {
  private let folder = TestFolder()

  private func convert(_ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["convert", folder.path + "/desk.koc", "--language", "en"] + arguments,
      environment: ["HOME": folder.path])
  }

  @Test func aPaymentIsNotLostWithoutConsentAndNothingIsReadByOthers() throws {
    let koc = """
      Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0
      2026-11-25 10-15-30 402\tissue\t9921000000164\t37000034179
      2026-11-25 10-15-30 402\tpayment\t9921000000165\t2.50
      2026-11-25 10-15-31 000\trenew\t9921000000165\t37000034180

      """
    try koc.write(
      toFile: folder.path + "/desk.koc", atomically: true, encoding: .utf8)
    let output = folder.path + "/pending.xacts"
    let refused = try convert("--to", "evergreen", "--output", output)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("1 payment is not in the new file"))
    #expect(refused.errors.contains("desk.koc"))
    #expect(refused.errors.contains("renew is not a known kind"))
    #expect(refused.errors.contains("--accept-losses"))
    // No error names a borrower.
    #expect(!refused.errors.contains("992100"))
    #expect(!FileManager.default.fileExists(atPath: output))

    let made = try convert(
      "--to", "evergreen", "--output", output, "--zone", "+01:00",
      "--accept-losses")
    #expect(made.status == 1)
    #expect(made.output.contains("2 rows read, 1 written, 1 left out."))
    #expect(
      try String(contentsOfFile: output, encoding: .utf8)
        == """
        {"timestamp":1795598130,"type":"checkout","delta":0,\
        "barcode":"37000034179","patron_barcode":"9921000000164",\
        "checkout_time":"2026-11-25T10:15:30+01:00"}

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: output)[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func whatIsWrongOnTheCommandLineIsSaid() throws {
    let zone = try convert(
      "--to", "koha", "--output", "x", "--zone", "Europe/Pariss")
    #expect(zone.status == 64)
    #expect(zone.errors.contains("Europe/Pariss"))
    let group = try convert("--to", "sierra", "--output", "x", "--stat", "0")
    #expect(group.status == 64)
    #expect(group.errors.contains("--stat"))
  }
}
