import Tables

extension ReportRows {
  /// Reads a report from a workbook (Office Open XML, ECMA-376), from all
  /// sheets in order.
  init(workbook bytes: [UInt8]) throws(ReportError) {
    self.init()
    let book = try ReportError.reading { () throws(TableFileError) in
      try Workbook(bytes, ReportLimit.workbook)
    }
    for sheet in 0..<book.sheetCount {
      var failure: ReportError?
      try ReportError.reading { () throws(TableFileError) in
        try book.read(sheet: sheet) { row in
          do throws(ReportError) {
            try append(row.cells)
          } catch {
            failure = error
          }
          return failure == nil
        }
      }
      if let failure { throw failure }
      try append([])
    }
  }
}
