import CPostgres
import SharedLibraries

/// The functions of libpq, which talks to PostgreSQL.
struct PostgresLibrary: Sendable {
  /// The library, opened on first use.
  static let shared = Result { () throws(MissingLibrary) in
    try PostgresLibrary()
  }
  .mapError(ShareError.missing)

  typealias Connection = OpaquePointer
  typealias Answer = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Texts = UnsafePointer<Text?>
  typealias Option = UnsafeMutablePointer<postgres_option>
  typealias Notification = UnsafeMutablePointer<postgres_notification>
  typealias Receiver =
    @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void
  typealias Number = @Sendable @convention(c) (Connection) -> Int32
  typealias Property = @Sendable @convention(c) (Connection) -> Text?
  typealias Size = @Sendable @convention(c) (Answer) -> Int32
  typealias Place = @Sendable @convention(c) (Answer, Int32, Int32) -> Int32
  typealias Sending =
    @Sendable @convention(c) (
      Connection, Text, Int32, UnsafePointer<UInt32>, Texts,
      UnsafePointer<Int32>, UnsafePointer<Int32>, Int32
    ) -> Int32

  let parseAddress:
    @Sendable @convention(c) (Text, UnsafeMutablePointer<Text?>) -> Option?
  let freeOptions: @Sendable @convention(c) (Option?) -> Void
  let free: @Sendable @convention(c) (UnsafeRawPointer?) -> Void
  let connect: @Sendable @convention(c) (Texts, Texts, Int32) -> Connection?
  let finish: @Sendable @convention(c) (Connection) -> Void
  let reset: @Sendable @convention(c) (Connection) -> Void
  let setVerbosity: @Sendable @convention(c) (Connection, Int32) -> Int32
  let status: Number
  let neededPassword: Number
  let usedPassword: Number
  let usesTLS: Number
  let socket: Number
  let process: Number
  let notification: @Sendable @convention(c) (Connection) -> Notification?
  let host: Property
  let address: Property
  let errorMessage: Property
  let setReceiver:
    @Sendable @convention(c) (
      Connection, Receiver, UnsafeMutableRawPointer?
    ) -> Receiver?
  let setNonblocking: @Sendable @convention(c) (Connection, Int32) -> Int32
  let send: Sending
  let flush: Number
  let consume: Number
  let isBusy: Number
  let answer: @Sendable @convention(c) (Connection) -> Answer?
  let clear: @Sendable @convention(c) (Answer) -> Void
  let answerStatus: Size
  let rowCount: Size
  let columnCount: Size
  let changedCount: @Sendable @convention(c) (Answer) -> Text?
  let errorField: @Sendable @convention(c) (Answer, Int32) -> Text?
  let value: @Sendable @convention(c) (Answer, Int32, Int32) -> Text
  let length: Place
  let isNull: Place

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary("libpq.so.5", of: "libpq5")
    parseAddress = try library.function("PQconninfoParse")
    freeOptions = try library.function("PQconninfoFree")
    free = try library.function("PQfreemem")
    connect = try library.function("PQconnectdbParams")
    finish = try library.function("PQfinish")
    reset = try library.function("PQreset")
    setVerbosity = try library.function("PQsetErrorVerbosity")
    status = try library.function("PQstatus")
    neededPassword = try library.function("PQconnectionNeedsPassword")
    usedPassword = try library.function("PQconnectionUsedPassword")
    usesTLS = try library.function("PQsslInUse")
    socket = try library.function("PQsocket")
    process = try library.function("PQbackendPID")
    notification = try library.function("PQnotifies")
    host = try library.function("PQhost")
    address = try library.function("PQhostaddr")
    errorMessage = try library.function("PQerrorMessage")
    setReceiver = try library.function("PQsetNoticeReceiver")
    setNonblocking = try library.function("PQsetnonblocking")
    send = try library.function("PQsendQueryParams")
    flush = try library.function("PQflush")
    consume = try library.function("PQconsumeInput")
    isBusy = try library.function("PQisBusy")
    answer = try library.function("PQgetResult")
    clear = try library.function("PQclear")
    answerStatus = try library.function("PQresultStatus")
    rowCount = try library.function("PQntuples")
    columnCount = try library.function("PQnfields")
    changedCount = try library.function("PQcmdTuples")
    errorField = try library.function("PQresultErrorField")
    value = try library.function("PQgetvalue")
    length = try library.function("PQgetlength")
    isNull = try library.function("PQgetisnull")
  }
}
