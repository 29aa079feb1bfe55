import Circulation
import Exchange

extension FileSystem {
  /// Calls the body with each line's number and its transaction or error, for
  /// the file that was uploaded: one like `OffCirc.dat`, or one of another
  /// system, which is told by its content.
  ///
  /// A file without times has no lines like those of `OffCirc.dat`.
  ///
  /// - Throws: ``FileError``.
  func forEachLine(
    ofUpload path: String,
    _ body: (Int, Result<Transaction, DataFormat.LineError>) -> Void
  ) throws(FileError) {
    let file = try openInput(path)
    guard
      let format = try ExchangeFormat(of: file), format != .alma,
      format.hasTimes
    else { return try forEachLine(ofInput: path, body) }
    // Blocks apart, a reader tells the lines in their order.
    _ = try format.read(file) { number, reading in
      body(number, reading.transaction)
    }
  }
}

extension Reading {
  /// The line as one of a file like `OffCirc.dat`.
  fileprivate var transaction: Result<Transaction, DataFormat.LineError> {
    guard case .entry(let entry) = self else { return .failure(.operation) }
    guard let time = entry.moment?.localTime else { return .failure(.time) }
    let operation: Operation
    switch entry.act {
    case .loan, .renewal: operation = .loan
    case .return: operation = .return
    case .payment, .registration, .inHouseUse, .uncatalogued:
      return .failure(.operation)
    }
    guard let item = entry.item.flatMap({ try? Barcode($0) }) else {
      return .failure(.item(.character(column: 1)))
    }
    guard operation == .loan else {
      return .success(.return(of: item, at: time))
    }
    guard let borrower = entry.borrower.flatMap({ try? Barcode($0) }) else {
      return .failure(.noBorrower)
    }
    return .success(.loan(of: item, to: borrower, at: time))
  }
}

extension Moment {
  /// The time on the wall clock of this computer; nil outside of the years of
  /// `OffCirc.dat`.
  fileprivate var localTime: LocalTime? {
    if let instant {
      return WallClock.localTime(secondsSince1970: Int(instant))
    }
    let at = fields
    return LocalTime(
      year: at.year, month: at.month, day: at.day, hour: at.hour,
      minute: at.minute)
  }
}
