import Foundation
import Support
import Testing

/// The built program, with lists and a file that is not uploaded yet.
@Suite(.serialized, .ownThread)
struct RehearseTests {
  private let folder = TestFolder()

  private static let file = """
    201805311001L37000034179                                                                     9921000000164
    201805311002L37000034180                                                                     9921000000146
    201805311003L37000034199                                                                     9921000000164
    201805311004L37000034181                                                                     9921000000164

    """

  private func offcirc(
    _ arguments: String..., language: String = "C.UTF-8"
  ) throws -> Program.Result {
    try Program.run(
      arguments.map { $0.replacing("DIR", with: folder.files) },
      environment: [
        "LC_ALL": language, "XDG_DATA_HOME": folder.files, "HOME": folder.files,
      ])
  }

  private func prepare() throws {
    try folder.write(
      """
      barcode,title,item policy
      37000034179,Atlas,Prêt normal
      37000034180,Analyse,Prêt normal
      37000034181,Annales,Exclu du prêt

      """, to: "items.csv")
    try folder.write(
      "card number,expiry date\n9921000000164,2027-01-01\n", to: "cards.csv")
    try folder.write(Self.file, to: "up.dat")
    for list in ["items", "cards"] {
      let result = try offcirc(
        "catalogue", "import", "DIR/\(list).csv", "--complete", "--exported",
        "2018-05-30")
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test func whatWillFailIsToldAndCanBeReconciled() throws {
    try prepare()
    let result = try offcirc(
      "rehearse", "DIR/up.dat", "--report", "DIR/expected.csv")
    #expect(result.status == 2)
    #expect(result.output.contains("Will fail: 2. To look at: 1."))
    #expect(result.output.contains("Item not found. Barcode: 37000034199"))
    #expect(result.output.contains("Loans of items that are not for loan (1)"))
    #expect(result.errors.contains("2 expected messages"))
    let worklist = try offcirc(
      "reconcile", "DIR/expected.csv", "DIR/up.dat", "--output", "DIR/list")
    #expect(worklist.status == 1)
    #expect(worklist.output.contains("Unknown user: 9921000000146."))
    // The next rehearsal replaces it, and nothing else.
    #expect(
      try offcirc("rehearse", "DIR/up.dat", "--report", "DIR/expected.csv")
        .status == 2)
    let other = try offcirc("rehearse", "DIR/up.dat", "--report", "DIR/up.dat")
    #expect(other.status == 74)
    #expect(other.errors.contains("is not a report of a rehearsal"))
  }

  @Test func programsGetEveryLine() throws {
    try prepare()
    let result = try offcirc("rehearse", "DIR/up.dat", "--format", "json")
    let rows =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      as? [[String: Any]]
    #expect(rows?.compactMap { $0["line"] as? Int } == [2, 3, 4])
    #expect(
      rows?.compactMap { $0["effect"] as? String } == [
        "borrower-unknown", "item-unknown", "not-for-loan",
      ])
    #expect(rows?[2]["title"] as? String == "Annales")
  }

  @Test func theRealReportIsComparedWithIt() throws {
    try prepare()
    try folder.write(
      "Line\tError Message\n2\tUser not found. Barcode: 9921000000146\n",
      to: "report.txt")
    let result = try offcirc(
      "rehearse", "DIR/up.dat", "--compare", "DIR/report.txt", language: "fr")
    #expect(result.status == 1)
    #expect(result.output.contains("n'est plus à jour (30/05/2018)"))
    #expect(result.output.contains("37000034199"))
  }

  @Test func withoutACatalogueItIsSaid() throws {
    try folder.write(Self.file, to: "up.dat")
    let result = try offcirc("rehearse", "DIR/up.dat")
    #expect(result.status == 1)
    #expect(result.errors.contains("There is no catalogue"))
  }
}
