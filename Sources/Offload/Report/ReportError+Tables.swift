import Tables

extension ReportError {
  /// Creates the error of a report that is a damaged or crafted file.
  init(_ error: TableFileError) {
    self =
      switch error {
      case .openDocument: .openDocument
      case .empty: .noMessage
      case .damaged: .damaged
      case .oldOffice: .oldOffice
      case .missing(let library): .missing(library)
      case .tooLarge(let maximum): .tooLarge(maximum: maximum)
      case .tooMany(.elements, let maximum):
        .tooMany(.elements, maximum: maximum)
      case .tooMany(.attributes, let maximum):
        .tooMany(.attributes, maximum: maximum)
      case .tooMany(.cells, let maximum): .tooMany(.cells, maximum: maximum)
      case .tooMany(.characters, let maximum):
        .tooMany(.characters, maximum: maximum)
      }
  }

  /// Runs a body, and throws its error as one of a report.
  static func reading<Result>(
    _ body: () throws(TableFileError) -> Result
  ) throws(ReportError) -> Result {
    do throws(TableFileError) {
      return try body()
    } catch {
      throw ReportError(error)
    }
  }
}
