import Circulation
import Textbooks

extension SQLScript {
  /// Creates the script that gives copies the states that were noted.
  ///
  /// A copy that was returned has to be back in PMB first: PMB writes the state
  /// of that moment into the history of the loan.
  static func statuses(_ states: [CopyStates.Noted]) -> SQLScript {
    var script = SQLScript()
    let groups = Dictionary(grouping: states) { $0.status }
    for (status, copies) in groups.sorted(by: { $0.key < $1.key }) {
      for isBack in [true, false] {
        let items = copies.filter { $0.isBack == isBack }.map(\.item)
        let condition =
          isBack ? "\n  AND expl_id NOT IN (SELECT pret_idexpl FROM pret)" : ""
        for list in lists(of: items) {
          script.add(
            """
            UPDATE exemplaires SET expl_statut=\(status)
              WHERE expl_cb IN \(list)
              AND expl_statut<>\(status)\(condition)
            """)
        }
      }
    }
    return script
  }

  /// Creates the script that writes what is owed for copies where PMB-Manuels
  /// looks for it: with a point, which MariaDB can add up.
  static func dues(_ dues: [CopyStates.Due]) -> SQLScript {
    var script = SQLScript()
    let groups = Dictionary(grouping: dues) { $0.amount?.text ?? "" }
    for (amount, copies) in groups.sorted(by: { $0.key < $1.key }) {
      for list in lists(of: copies.map(\.item)) {
        script.add(
          """
          UPDATE exemplaires SET expl_prix='\(amount)'
            WHERE expl_cb IN \(list)
            AND expl_prix<>'\(amount)'
          """)
      }
    }
    return script
  }

  /// Creates the script for the beginning of loans: the state at the start
  /// becomes the state of the copy, and nothing is owed for it.
  ///
  /// - Parameters:
  ///   - items: the copies that were lent.
  ///   - kept: those of them of which the amount stays.
  ///   - field: the name of PMB's field for the state at the start. Its type is
  ///     another one in each school.
  /// - Returns: the script.
  static func start(
    of items: [String], except kept: Set<String>, field: String
  ) -> SQLScript {
    var script = SQLScript()
    let name = quoted(field)
    let value = """
      COALESCE(expl_custom_integer, expl_custom_small_text, \
      expl_custom_text, expl_custom_float)
      """
    for list in lists(of: items) {
      let isOut = """
        expl_cb IN \(list)
            AND expl_id IN (SELECT pret_idexpl FROM pret)
        """
      script.add(
        """
        DELETE FROM expl_custom_values
          WHERE expl_custom_champ IN
          (SELECT idchamp FROM expl_custom WHERE name=\(name))
          AND expl_custom_origine IN
          (SELECT expl_id FROM exemplaires WHERE \(isOut)
            AND (\(value) IS NULL
            OR \(value)<>expl_statut))
        """,
        """
        INSERT INTO expl_custom_values (expl_custom_champ, \
        expl_custom_origine, expl_custom_integer, expl_custom_small_text, \
        expl_custom_text, expl_custom_float)
          SELECT idchamp, expl_id,
          CASE datatype WHEN 'integer' THEN expl_statut END,
          CASE datatype WHEN 'small_text' THEN expl_statut END,
          CASE datatype WHEN 'text' THEN expl_statut END,
          CASE datatype WHEN 'float' THEN expl_statut END
          FROM exemplaires, expl_custom WHERE name=\(name) AND \(isOut)
          AND NOT EXISTS (SELECT 1 FROM expl_custom_values
            WHERE expl_custom_champ=idchamp AND expl_custom_origine=expl_id)
        """)
    }
    for list in lists(of: items.filter { !kept.contains($0) }) {
      script.add(
        """
        UPDATE exemplaires SET expl_prix=''
          WHERE expl_cb IN \(list)
          AND expl_prix<>''
          AND expl_id IN (SELECT pret_idexpl FROM pret)
        """)
    }
    return script
  }

  /// A loan with the minute in which it was recorded.
  struct DatedLoan: Hashable {
    let item: String
    let reader: String
    let time: LocalTime
  }

  /// Creates the script that gives loans the time at which they were recorded:
  /// PMB takes the time of the upload.
  static func dates(_ loans: [DatedLoan]) -> SQLScript {
    var script = SQLScript()
    var order: [String] = []
    var groups: [String: [DatedLoan]] = [:]
    for loan in loans {
      let key = "\(loan.time.iso8601.prefix(16)) \(loan.reader)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(loan)
    }
    for loans in order.compactMap({ groups[$0] }) {
      guard let first = loans.first else { continue }
      let time = first.time.iso8601.prefix(16).replacing("T", with: " ") + ":00"
      for list in lists(of: loans.map(\.item)) {
        let loan = """
          pret_idexpl IN
            (SELECT expl_id FROM exemplaires WHERE expl_cb IN \(list))
            AND pret_idempr IN
            (SELECT id_empr FROM empr WHERE empr_cb=\(quoted(first.reader)))
          """
        script.add(
          """
          UPDATE pret_archive SET arc_debut='\(time)'
            WHERE arc_debut<>'\(time)' AND arc_id IN
            (SELECT pret_arc_id FROM pret WHERE \(loan))
          """,
          """
          UPDATE pret SET pret_date='\(time)'
            WHERE pret_date<>'\(time)' AND \(loan)
          """)
      }
    }
    return script
  }
}
