import Circulation
import Testing
import Textbooks

@testable import Offload

/// The SQL for PMB, run in a base with its tables.
struct PMBScriptTests {
  private func base(_ datatype: String = "integer") throws -> SchoolBase {
    let base = try SchoolBase(datatype: datatype)
    for (number, status) in [
      ("012345", 1), ("12345", 1), ("12E5", 2), ("1200000", 2), ("d'or", 2),
    ] {
      try base.addCopy(number, status: status, price: "3.00")
    }
    return base
  }

  private func copies(_ base: SchoolBase) throws -> [String] {
    try base.rows(
      "SELECT expl_cb, expl_statut, expl_prix FROM exemplaires "
        + "ORDER BY expl_id")
  }

  /// Runs a script twice, as a script and as procedures; the second time
  /// changes nothing.
  private func run(
    _ script: SQLScript, in base: SchoolBase, changing count: Int
  ) throws {
    #expect(try base.run(script.text) == count)
    #expect(try base.run(script.text) == 0)
    for procedure in script.procedures(named: "L'été", comment: "n") {
      #expect(try base.runProcedure(procedure) == 0)
    }
  }

  @Test func statesChangeOnceAndNoOtherNumber() throws {
    let base = try base()
    try run(
      .statuses([.init("012345", 3), .init("12E5", 5), .init("d'or", 3)]),
      in: base, changing: 3)
    #expect(
      try copies(base) == [
        "012345 3 3.00", "12345 1 3.00", "12E5 5 3.00", "1200000 2 3.00",
        "d'or 3 3.00",
      ])
  }

  /// PMB keeps the state of the moment in the history of the loan.
  @Test func aStateWaitsUntilItsCopyIsBack() throws {
    let base = try base()
    try base.lend("012345", to: "E1", at: "2026-09-01 08:00:00")
    let script = SQLScript.statuses([.init("012345", 3)])
    #expect(try base.run(script.text) == 0)
    try base.takeBack("012345")
    try run(script, in: base, changing: 1)
    #expect(
      try base.rows("SELECT arc_expl_statut FROM pret_archive") == ["1"])
    // A copy that was lent again, or noted on the shelf, does not wait.
    try base.lend("012345", to: "E2", at: "2026-09-01 08:00:00")
    try run(
      .statuses([.init("012345", 4, isBack: false)]), in: base, changing: 1)
  }

  @Test func amountsHaveAPointAndAreEmptiedIfNothingIsDue() throws {
    let base = try base()
    try run(
      .dues([
        .init("012345", Money(cents: 830)), .init("12E5", nil),
        .init("12345", Money(cents: 2_490)),
      ]), in: base, changing: 3)
    #expect(
      try copies(base).prefix(3) == [
        "012345 1 8.30", "12345 1 24.90", "12E5 2 ",
      ])
  }

  @Test(arguments: ["integer", "small_text", "text", "float"])
  func aLoanBeginsWithTheStateOfItsCopy(_ datatype: String) throws {
    let base = try base(datatype)
    for item in ["012345", "12E5", "d'or"] {
      try base.lend(item, to: "E1", at: "2026-09-01 08:00:00")
    }
    try base.run(
      """
      INSERT INTO expl_custom_values
        (expl_custom_champ, expl_custom_origine, expl_custom_\(datatype))
        VALUES (2, 1, 4), (2, 2, 4), (1, 1, 9);
      """)
    // One is as it was, one has no value, one is not on loan.
    try run(
      .start(
        of: ["012345", "12345", "12E5", "d'or"], except: ["d'or"],
        field: "statut_initial"), in: base, changing: 1 + 3 + 2)
    #expect(
      try base.rows(
        """
        SELECT expl_cb, CAST(COALESCE(expl_custom_\(datatype), -1) AS INTEGER)
          FROM expl_custom_values JOIN exemplaires
          ON expl_id=expl_custom_origine WHERE expl_custom_champ=2
          ORDER BY expl_id
        """) == ["012345 1", "12345 4", "12E5 2", "d'or 2"])
    #expect(
      try copies(base) == [
        "012345 1 ", "12345 1 3.00", "12E5 2 ", "1200000 2 3.00",
        "d'or 2 3.00",
      ])
    #expect(
      try base.rows(
        "SELECT expl_custom_origine FROM expl_custom_values "
          + "WHERE expl_custom_champ=1") == ["1"])
  }

  @Test func loansGetTheTimeOfTheDesk() throws {
    let base = try base()
    try base.lend("012345", to: "E1", at: "2026-09-04 09:30:00")
    try base.lend("12E5", to: "E2", at: "2026-09-04 09:30:00")
    let time = try #require(
      LocalTime(year: 2026, month: 9, day: 1, hour: 8, minute: 15))
    let loans = [("012345", "E1"), ("12E5", "E1"), ("12345", "E1")].map {
      SQLScript.DatedLoan(item: $0, reader: $1, time: time)
    }
    // The second copy was lent to another reader in PMB, the third to nobody.
    try run(.dates(loans), in: base, changing: 2)
    #expect(
      try base.rows(
        "SELECT pret_date, arc_debut FROM pret JOIN pret_archive "
          + "ON arc_id=pret_arc_id ORDER BY pret_idexpl") == [
          "2026-09-01 08:15:00 2026-09-01 08:15:00",
          "2026-09-04 09:30:00 2026-09-04 09:30:00",
        ])
  }

  @Test func aLongScriptIsSeveralProcedures() throws {
    let base = try SchoolBase()
    let items = (1...9_000).map { "337000\(10_000 + $0)" }
    for item in items { try base.addCopy(item, status: 1) }
    let script = SQLScript.statuses(items.map { .init($0, 2) })
    let procedures = script.procedures(named: "n", comment: "")
    #expect(procedures.count > 1)
    #expect(procedures[1].contains("set name='n 2/\(procedures.count)'"))
    var count = 0
    for procedure in procedures { count += try base.runProcedure(procedure) }
    #expect(count == 9_000)
    #expect(try base.run(script.text) == 0)
  }

  @Test(arguments: ["1;2", "!!x!!", "a\\b"])
  func aNumberThatPMBWouldCutIsInNoScript(_ number: String) {
    #expect(!SQLScript.canHold(number))
    #expect(SQLScript.canHold("d'or 5/6 =1+1 !"))
  }
}
