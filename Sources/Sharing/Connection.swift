import CPostgres
import Glibc

/// A connection to a shared database.
///
/// Used by one thread at a time. After an error of the connection itself it is
/// of no use; the next one begins from what the database says it has.
package final class Connection {
  private let library: PostgresLibrary
  private let connection: PostgresLibrary.Connection
  private let patience: Int

  /// Connects; waits as long as the address says, three seconds by default for
  /// each host.
  ///
  /// - Parameters:
  ///   - address: the address of the database.
  ///   - patience: the seconds after which a server that does not answer counts
  ///     as gone.
  /// - Throws: ``ShareError``.
  package init(
    to address: ShareAddress, patience: Int = 10
  ) throws(ShareError) {
    self.patience = patience
    let library = try PostgresLibrary.shared.get()
    self.library = library
    // These override the address, and so does the journal: it is UTF-8.
    let names = ["dbname", "client_encoding", "fallback_application_name"]
    let values = [address.text, "UTF8", "offcirc"]
    guard
      let connection = names.withTexts({ names in
        values.withTexts { values in library.connect(names, values, 1) }
      })
    else { throw .unreachable(reason: "") }
    self.connection = connection
    guard library.status(connection) == Int32(postgres_is_connected)
    else { throw whyNotConnected }
    try checkEncryption()
    // Its notices would be printed into the window.
    _ = library.setReceiver(connection, { _, _ in }, nil)
    guard library.setNonblocking(connection, 1) == 0 else { throw lost }
  }

  deinit { library.finish(connection) }

  private var whyNotConnected: ShareError {
    let reason = library.errorMessage(connection).sentence
    let isRefusal =
      library.neededPassword(connection) == 1
      || library.usedPassword(connection) == 1
      // What a server itself says; only that word has no translation.
      || reason.contains("FATAL")
    if isRefusal, !refusesForAWhile { return .notAdmitted(reason: reason) }
    return ShareError.isDistrust(reason)
      ? .untrusted(reason: reason) : .unreachable(reason: reason)
  }

  /// True if the server is starting, ending or full.
  private var refusesForAWhile: Bool {
    // It tells the SQLSTATE only to who asks for it, at a second attempt.
    _ = library.setVerbosity(connection, Int32(postgres_states))
    library.reset(connection)
    return library.status(connection) == Int32(postgres_is_connected)
      || library.errorMessage(connection).sentence
        .split(separator: "FATAL: ").dropFirst()
        .contains { ShareError.isPassing(state: $0.prefix(5)) }
  }

  /// Verifies that nobody on the network can read along.
  private func checkEncryption() throws(ShareError) {
    let host = library.host(connection).sentence
    let address = library.address(connection).sentence
    let isOnThisMachine =
      host.hasPrefix("/") || host.hasPrefix("@") || address == "::1"
      || address.hasPrefix("127.")
    guard isOnThisMachine || library.usesTLS(connection) == 1 else {
      throw .unencrypted(host: host)
    }
  }

  private var lost: ShareError {
    .lost(reason: library.errorMessage(connection).sentence)
  }

  /// Runs a statement, and waits for its answer.
  ///
  /// - Parameters:
  ///   - statement: one statement, with `$1` and so on for the values.
  ///   - values: the values.
  ///   - patience: the seconds after which the server counts as gone, if other
  ///     than usual.
  /// - Returns: the rows, and how many were concerned.
  /// - Throws: ``ShareError``. If it ``ShareError/isPassing``, the outcome is
  ///   not known.
  @discardableResult
  package func run(
    _ statement: String, _ values: [SQLValue] = [],
    within patience: Int? = nil
  ) throws(ShareError) -> Answer {
    let seconds = patience ?? self.patience
    let deadline = ContinuousClock.now + .seconds(seconds)
    guard send(statement, values) else { throw lost }
    while true {
      let left = library.flush(connection)
      if left == 0 { break }
      guard left > 0 else { throw lost }
      // A server that can't answer reads nothing more.
      let events = try wait(POLLIN | POLLOUT, until: deadline, seconds)
      if events & Int16(POLLIN) != 0 { try consume() }
    }
    var outcome = Result<Answer, ShareError>.success(Answer())
    while true {
      while library.isBusy(connection) == 1 {
        _ = try wait(POLLIN, until: deadline, seconds)
        try consume()
      }
      guard let answer = library.answer(connection) else { break }
      defer { library.clear(answer) }
      outcome = read(answer)
    }
    guard library.status(connection) == Int32(postgres_is_connected)
    else { throw lost }
    return try outcome.get()
  }

  /// The socket, which can be read when something was notified.
  var socket: Int32 { library.socket(connection) }

  /// The number of the server's process; a pooler makes one up.
  var process: Int { Int(library.process(connection)) }

  /// Returns true if others have notified anything since the last call.
  ///
  /// - Throws: ``ShareError``, if the connection is lost.
  func hasNews() throws(ShareError) -> Bool {
    try consume()
    var hasNews = false
    while let notification = library.notification(connection) {
      defer { library.free(notification) }
      if Int(notification.pointee.sender) != process { hasNews = true }
    }
    return hasNews
  }

  /// Runs the body between `begin` and `commit`.
  ///
  /// - Throws: what the body throws; nothing was done then.
  package func transaction<Value>(
    _ body: () throws(ShareError) -> Value
  ) throws(ShareError) -> Value {
    try run("begin")
    let value: Value
    do throws(ShareError) {
      value = try body()
    } catch {
      _ = try? run("rollback")
      throw error
    }
    try run("commit")
    return value
  }

  private func send(_ statement: String, _ values: [SQLValue]) -> Bool {
    let bytes = values.map(\.bytes)
    let all = bytes.flatMap(\.self)
    return all.withUnsafeBytes { all in
      var offset = 0
      let places = bytes.map { value -> UnsafePointer<CChar>? in
        defer { offset += value.count }
        return all.baseAddress?.advanced(by: offset)
          .assumingMemoryBound(to: CChar.self)
      }
      return library.send(
        connection, statement, Int32(values.count), values.map(\.type), places,
        bytes.map { Int32($0.count) }, values.map { $0.isBinary ? 1 : 0 }, 0)
        == 1
    }
  }

  private func wait(
    _ events: Int32, until deadline: ContinuousClock.Instant, _ seconds: Int
  ) throws(ShareError) -> Int16 {
    var place = pollfd(
      fd: library.socket(connection), events: Int16(events), revents: 0)
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard left > 0 else { throw .noAnswer(seconds: seconds) }
      let count = poll(&place, 1, Int32(left.rounded(.up)))
      if count > 0 { return place.revents }
      if count < 0, errno != EINTR { throw lost }
    }
  }

  private func consume() throws(ShareError) {
    guard library.consume(connection) == 1 else { throw lost }
  }

  private func read(
    _ answer: PostgresLibrary.Answer
  ) -> Result<Answer, ShareError> {
    switch Int(library.answerStatus(answer)) {
    case postgres_did_command:
      let count = library.changedCount(answer).sentence
      return .success(Answer(changedCount: Int(count) ?? 0))
    case postgres_has_rows:
      let columns = 0..<library.columnCount(answer)
      let rows = (0..<library.rowCount(answer)).map { row in
        columns.map { column -> [UInt8]? in
          guard library.isNull(answer, row, column) == 0 else { return nil }
          return Array(
            UnsafeRawBufferPointer(
              start: library.value(answer, row, column),
              count: Int(library.length(answer, row, column))))
        }
      }
      return .success(
        Answer(
          rows: rows,
          changedCount: Int(library.changedCount(answer).sentence) ?? 0))
    default:
      // Its other parts may have lines of the journal.
      let state = library.errorField(answer, Int32(postgres_state))
      guard state != nil else { return .failure(lost) }
      return .failure(
        .refused(
          reason: library.errorField(answer, Int32(postgres_message))
            .sentence, state: state.sentence))
    }
  }
}

/// The answer to a statement.
package struct Answer {
  /// The rows, each with its columns as text; nil for NULL.
  package var rows: [[[UInt8]?]] = []
  /// The number of rows that were inserted, changed, deleted or read.
  package var changedCount = 0

  /// The texts of a row.
  package func texts(_ row: Int = 0) -> [String?] {
    guard row < rows.count else { return [] }
    return rows[row].map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The number in the first column of the first row.
  package var number: Int? { texts().first.flatMap(\.self).flatMap(Int.init) }
}

extension [String] {
  /// Calls the body with the strings as C takes them, with a null after them.
  fileprivate func withTexts<Value>(
    _ body: (PostgresLibrary.Texts) -> Value
  ) -> Value {
    let copies = map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) } + [nil])
  }
}
