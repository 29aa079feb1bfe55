import Foundation
import Support
import Testing

/// The desks of a stick, from the roll call to the account, run as a librarian
/// runs it.
extension FilesAsTheyComeTests {
  @Test func aStickIsCalledMadeAKitOfAndAccountedForInBothLanguages() throws {
    try write("s.toml", "[offload]\ndesks = [\"Central\", \"Annexe\"]\n")
    try write("stick/central/OffCirc.dat", sound)
    let check = try offcirc("check", "stick", "--config", "s.toml")
    #expect(check.errors.contains("Annexe: no file of this desk was found."))
    #expect(check.output.contains(" Desk Central."))
    #expect(check.status == 1)
    let kit = try offcirc(
      "kit", "stick", "--output", "k", "--config", "s.toml", language: "fr")
    #expect(kit.errors.contains("Annexe : aucun fichier de ce bureau"))
    #expect(try read("k/1-Central.dat") == sound)
    try write(
      "report.txt", "Line\tError Message\n1\tUser not found. Barcode: 9921\n")
    let account = try offcirc(
      "account", "stick", "--report", "report.txt=k/1-Central.dat",
      "--output", "a.html", "--to-do", "t.txt", "--config", "s.toml")
    #expect(
      account.output.contains(
        "The sums are right: 2 recorded = 1 uploaded + 1 refused + 0 taken out."
      ))
    #expect(account.status == 1)
    #expect(try read("t.txt").contains("Annexe\n------\n"))
    let page = try read("a.html")
    #expect(page.contains("<td>Central</td>"))
    #expect(!page.contains("9921"))
    let pdf = try offcirc(
      "account", "Central=stick", "--output", "a.pdf", language: "fr")
    #expect(pdf.output.hasPrefix("Bilan écrit dans a.pdf. "))
    let path = folder.path + "/a.pdf"
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: "%PDF".utf8))
    let mode =
      try FileManager.default.attributesOfItem(atPath: path)[
        .posixPermissions] as? Int
    #expect(mode == 0o600)
    let wrong = try offcirc("account", "stick", "--output", "a.doc")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("The name must end in .html, .pdf or .txt."))
  }
}
