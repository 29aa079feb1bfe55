import Circulation
import Tables

/// The users of Alma, as its profile *Export Users* writes them: XML in the
/// current form, and in the one before it.
///
/// What a user has beside these elements, such as addresses, is passed over.
struct AlmaUsers: ListForm {
  /// The elements of a user that are read, by their path, and the names of
  /// their columns.
  private static let paths = [
    "primary_id": "primary_id", "userDetails/userName": "primary_id",
    "last_name": "last_name", "userDetails/lastName": "last_name",
    "first_name": "first_name", "userDetails/firstName": "first_name",
    "full_name": "full_name",
    "user_group": "user_group", "userDetails/userGroup": "user_group",
    "expiry_date": "expiry_date", "userDetails/expiryDate": "expiry_date",
    "user_blocks/user_block/block_description": "block",
    "user_identifiers/user_identifier": "identifier",
    "userIdentifiers/userIdentifier": "identifier",
    "user_identifiers/user_identifier/id_type": "type",
    "userIdentifiers/userIdentifier/type": "type",
    "user_identifiers/user_identifier/value": "value",
    "userIdentifiers/userIdentifier/value": "value",
  ]
  private static let columns = [
    "primary_id", "last_name", "first_name", "full_name", "user_group",
    "expiry_date", "block",
  ]
  private static let users: Set<String> = ["user", "userRecord"]

  /// The users in which the types of identifiers are looked for.
  private static let sampleCount = 2_000
  /// The most types of identifiers.
  private static let typeCount = 30

  let kinds: [ListKind] = [.borrowers]
  private let file: any OpenFile
  /// The types of identifiers, each of which is a column.
  private let types: [String]

  init(_ file: any OpenFile) throws(ListFormError) {
    self.file = file
    var types: Set<String> = []
    var userCount = 0
    do throws(TableReadingError) {
      try Self.read(file) { _ in
      } user: { user in
        types.formUnion(user.identifiers.map(\.type))
        userCount += 1
        return userCount < Self.sampleCount && types.count < Self.typeCount
      }
    } catch {
      throw .reading(error)
    }
    if userCount == 0 { throw .noList }
    self.types = types.sorted()
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    guard take(TableRow(header: types + Self.columns)) else { return }
    var line = 0
    do throws(TableReadingError) {
      try Self.read(file, progress: progress) { user in
        line += 1
        return user.rows(of: types, Self.columns).allSatisfy {
          take(TableRow(line: line, cells: $0))
        }
      }
    } catch {
      throw .reading(error)
    }
  }

  // MARK: Users

  /// The fields that are read of a user.
  fileprivate struct User {
    var values: [String: String] = [:]
    /// The open identifier; its parts come in any order.
    var identifier: (type: String, value: String) = ("", "")
    var identifiers: [(type: String, value: String)] = []

    /// Returns the cells of its rows: several if it has several identifiers of
    /// one type, such as an old and a new card.
    func rows(of types: [String], _ columns: [String]) -> [[String]] {
      let numbers = types.map { type in
        identifiers.filter { $0.type == type }.map(\.value)
      }
      let count = max(numbers.map(\.count).max() ?? 0, 1)
      return (0..<count).map { index in
        numbers.map { $0.isEmpty ? "" : $0[min(index, $0.count - 1)] }
          + columns.map { values[$0] ?? "" }
      }
    }
  }

  private static func read(
    _ file: any OpenFile, progress: (Int) -> Void,
    user take: (User) -> Bool
  ) throws(TableReadingError) {
    var user: User?
    var path: [String] = []
    var text = ""
    var isWanted = false
    try XMLPieces.read(file, progress: progress) { piece in
      switch piece {
      case .start(let name, _):
        text = ""
        if user == nil {
          if users.contains(name) { user = User() }
        } else {
          path.append(name)
          isWanted = path.count <= 3 && column(of: path) != nil
        }
      case .text(let part):
        if isWanted, text.utf8.count < RecordReader.maximumLength {
          text += part
        }
      case .end(let name):
        guard let whole = user else { return true }
        if path.isEmpty {
          guard users.contains(name) else { return true }
          user = nil
          return take(whole)
        }
        if path.count <= 3, let column = column(of: path) {
          user?.add(text.trimmed, to: column)
        }
        isWanted = false
        text = ""
        path.removeLast()
      }
      return true
    }
  }

  private static func column(of path: [String]) -> String? {
    paths[path.joined(separator: "/")]
  }
}

extension AlmaUsers.User {
  fileprivate mutating func add(_ text: String, to column: String) {
    switch column {
    case "type": identifier.type = text
    case "value": identifier.value = text
    case "identifier":
      identifiers.append(identifier)
      identifier = ("", "")
    default: values[column, default: text] = text
    }
  }
}
