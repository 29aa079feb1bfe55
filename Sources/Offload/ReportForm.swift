extension JobReport {
  /// The most bytes that are read: a report on a million lines has less.
  package static let largest = 64 << 20

  /// Reads a report from the bytes of the file that it was kept in; they tell
  /// what form it is, whatever the file is called.
  ///
  /// - Throws: ``ReportFault``.
  package init(bytes: [UInt8]) throws(ReportFault) {
    self = try ReportRows(bytes: bytes).report()
  }
}

extension ReportRows {
  fileprivate init(bytes: [UInt8]) throws(ReportFault) {
    for (fault, beginnings) in Self.strangers
    where beginnings.contains(where: { bytes.starts(with: $0) }) {
      throw fault
    }
    let text = String(reportBytes: bytes)
    self = ReportRows(csv: text) ?? ReportRows(text: text)
  }

  /// What files begin with that are no reports.
  private static let strangers: [(fault: ReportFault, beginnings: [[UInt8]])] =
    [
      (.pdf, [Array("%PDF".utf8)]),
      (
        .picture,
        [
          [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], Array("GIF8".utf8),
          [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a],
        ]
      ),
      // The compound files of Microsoft: .xls, .msg, and .xlsx with a password.
      (.oldOffice, [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]]),
    ]
}
