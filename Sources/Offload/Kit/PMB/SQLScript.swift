import Circulation

/// A script of SQL that MariaDB and SQLite read alike.
///
/// Numbers of copies are always quoted: unquoted, `12345` would be `012345` to
/// MariaDB too.
package struct SQLScript: Hashable, Sendable {
  /// The statements, without their ends; those of a group stay together.
  private(set) var groups: [[String]] = []

  /// True if there are none.
  package var isEmpty: Bool { groups.isEmpty }

  /// Adds statements that belong together.
  mutating func add(_ statements: String...) { groups.append(statements) }

  // MARK: Values

  /// Returns true if a script can hold a text.
  ///
  /// PMB cuts a procedure at every semicolon, and takes what stands between two
  /// double exclamation marks for a parameter. A backslash is not the same in
  /// MariaDB and elsewhere.
  package static func canHold(_ text: String) -> Bool {
    !text.contains(";") && !text.contains("!!") && !text.contains("\\")
  }

  /// Returns a text in quotes.
  static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  /// The most bytes of a list of numbers.
  private static let maximumListLength = 8_000

  /// Returns numbers as lists in parentheses, none of which is too long.
  static func lists(of numbers: [String]) -> [String] {
    var lists: [String] = []
    var list = ""
    for number in numbers {
      let quoted = quoted(number)
      if !list.isEmpty,
        list.utf8.count + quoted.utf8.count > maximumListLength
      {
        lists.append("(\(list))")
        list = ""
      }
      list += (list.isEmpty ? "" : ", ") + quoted
    }
    return list.isEmpty ? lists : lists + ["(\(list))"]
  }

  // MARK: As files

  /// The script for a program such as phpMyAdmin.
  package var text: String {
    groups.joined().map { $0 + ";\n" }.joined()
  }

  /// The most bytes of a procedure: PMB has room for 65,535.
  private static let maximumProcedureLength = 60_000

  /// Returns the script as procedures that PMB imports, each a file.
  ///
  /// - Parameters:
  ///   - name: the name of the procedure; several are numbered.
  ///   - comment: the comment that PMB shows.
  /// - Returns: the contents of the files.
  package func procedures(named name: String, comment: String) -> [String] {
    var bodies: [String] = []
    for group in groups {
      let body = group.joined(separator: ";\n")
      if let last = bodies.last,
        last.utf8.count + body.utf8.count < Self.maximumProcedureLength
      {
        bodies[bodies.count - 1] = last + ";\n" + body
      } else {
        bodies.append(body)
      }
    }
    return zip(1..., bodies).map { number, body in
      let number = bodies.count > 1 ? " \(number)/\(bodies.count)" : ""
      // PMB looks for this beginning at the first byte, and takes one
      // statement.
      return """
        INSERT INTO procs set name='\((name + number).escapedForMariaDB)', \
        requete='\(body.escapedForMariaDB)', \
        comment='\(comment.escapedForMariaDB)', autorisations='1', \
        parameters=''\u{20}
        #charset=utf-8
        """
    }
  }
}

extension String {
  /// The text inside the quotes of a text of MariaDB.
  fileprivate var escapedForMariaDB: String {
    replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
