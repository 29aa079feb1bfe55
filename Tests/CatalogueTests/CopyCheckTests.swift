import Circulation
import Testing
import Textbooks

@testable import Catalogue

/// The check of a school's copies, and the rules for new ones.
struct CopyCheckTests {
  private func item(
    _ number: String, _ title: String? = "Horizons", status: Int? = 1,
    _ change: (inout Item) -> Void = { _ in }
  ) -> Item {
    var item = Item(number: number)
    item.title = title
    item.status = status
    item.price = "27.90"
    change(&item)
    return item
  }

  private func findings(
    _ items: [Item], _ tariff: Tariff = Tariff(), lists: [ImportedList] = []
  ) -> [CopyFinding] {
    var check = CopyCheck(on: StatusScale(), tariff, [:], lists: lists)
    for item in items { check.add(item) }
    return check.findings()
  }

  private func names(_ items: [Item]) -> [String] {
    findings(items).map { "\($0.number) \($0.problem.name)" }
  }

  @Test func copiesAsTheyShouldBeAreSound() {
    #expect(
      names([
        item("27001") { $0.callNumber = "M510" },
        item("27002") { $0.initialStatus = 1 },
      ]) == [])
  }

  @Test func eachRuleOfTheDocumentIsChecked() {
    #expect(
      names([
        item("27001"), item("27002"), item("02703"), item("2704"),
        item("27/05"),
        item("27006") { $0.callNumber = "510" },
        item("27007") { $0.callNumber = "510" },
        item("27008") { $0.support = "livre/CD" },
        item("27009") { $0.statusLabel = "good/new" },
      ]) == [
        "02703 leading-zero", "2704 length", "27/05 slash",
        "27006 call-number", "27008 slash", "27009 slash",
      ])
    let shared = findings([
      item("1") { $0.callNumber = "510" }, item("2") { $0.callNumber = "510" },
    ])
    #expect(shared.map(\.count) == [2])
    #expect(shared.map(\.value) == ["510"])
  }

  @Test func statesThatWouldMakeFinesWrongAreFound() {
    #expect(
      names([
        item("27001") { $0.initialStatus = 2 },
        // On loan, both may differ.
        item("27002", status: 3) {
          $0.initialStatus = 2
          $0.isOnLoan = true
        },
        item("27003", status: nil), item("27004", status: 9),
        item("27005") { $0.initialStatus = 8 },
      ]) == [
        "27001 start", "27003 no-state", "27004 scale", "27005 scale",
        "27005 start",
      ])
  }

  @Test func aTitleNeedsOnePrice() {
    var tariff = Tariff()
    let items = [
      item("1", "A") { $0.price = nil }, item("2", "A") { $0.price = nil },
      item("3", "B") { $0.price = "5.00" }, item("4", "B"),
      item("5", "C") { $0.price = "1,234" },
    ]
    #expect(names(items) == ["5 amount", "1 no-price", "3 several"])
    tariff.price = Money(cents: 2_000)
    tariff.fee = .ask
    #expect(
      findings(items, tariff).map(\.problem.name)
        == ["amount", "no-fee", "no-fee", "several", "no-fee"])
  }

  @Test func numbersAndTitlesThatAreOneAreFound() {
    let found = findings([
      item("A12", "Horizons 3e"), item("a12", "Horizons – 3E"),
      item("B01", "Maths") { $0.author = "Sigma" },
      item("B02", "Maths") { $0.author = "Transmath" },
      item("C01", "Maths"),
    ])
    #expect(
      found.map(\.problem) == [
        .sameNumber(["a12"]),
        .sameTitle(["Horizons – 3E"], number: "a12", author: nil),
      ])
  }

  @Test func oneISBNIsOneTitle() {
    let found = findings([
      item("1", "Horizons") { $0.isbn = "9782011234567" },
      item("2", "Horizons, livre de l'élève") { $0.isbn = "9782011234567" },
      item("3", "Maths") { $0.isbn = "9782017654321" },
    ])
    #expect(
      found.map(\.problem) == [
        .sameTitle(
          ["Horizons, livre de l'élève"], number: "2", author: nil)
      ])
  }

  @Test func whatIsToBeDeletedOrGoneIsNotChecked() {
    #expect(
      names([
        item("27001"), item("27002"), item("0", status: 6),
        item("00") { $0.isGone = true },
      ]) == [])
    let list = ImportedList(
      id: 7, kind: .items, files: ["pmb.csv"], digest: "", rowCount: 1,
      exported: "2026-12-01", imported: "2026-12-01T08:00:00+01:00",
      level: .numbers, isComplete: false)
    let found = findings(
      [
        item("27001") {
          $0.deleted = "2026-11-27"
          $0.list = 7
        }
      ], lists: [list])
    #expect(found.map(\.problem) == [.stillListed("2026-12-01")])
  }

  @Test func countsLeaveOutWhatIsToBeDeleted() {
    var counts = CopyCounts()
    for item in [
      item("1", "A"), item("2", "A", status: 3), item("3", "A", status: 6),
      item("4", "B", status: nil), item("5", "B") { $0.isGone = true },
      item("6", "B") { $0.deleted = "2026-11-27" },
      item("7", "B") { $0.isOnLoan = true },
    ] {
      counts.add(SchoolCopy(item, nil))
    }
    #expect(counts.copies == 4)
    #expect(counts.titles == 2)
    #expect(counts.states == [1: 2, 3: 1])
    #expect(counts.stateless == 1)
    #expect(counts.onLoan == 1)
    #expect(counts.toDelete == 1)
    #expect(counts.gone == 1)
  }
}
