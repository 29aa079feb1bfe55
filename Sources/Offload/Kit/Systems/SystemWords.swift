import Exchange

/// The words of a kit for Koha, Evergreen, Sierra or Destiny.
package protocol SystemWords {
  /// The title of the checklist.
  func systemTitle(_ system: ExchangeFormat) -> String
  /// The paragraph under the title: the kit, its date, the rule.
  func systemPurpose(_ kit: Kit, for system: ExchangeFormat) -> String
  /// The steps before the upload.
  func stepsBefore(_ system: ExchangeFormat) -> [String]
  /// The way to upload, with the system's own button names.
  func ways(to system: ExchangeFormat) -> [String]
  /// A file to upload, with gaps for the numbers of the result.
  func step(
    for file: ConversionReport.WrittenFile, of system: ExchangeFormat
  ) -> String
  /// The lines that are in no file.
  func stepForLeftOut(_ count: Int) -> String
  /// The steps after the upload.
  func stepsAfter(_ system: ExchangeFormat) -> [String]
  /// The system's messages, and what to do about each.
  func meaningsOfMessages(from system: ExchangeFormat) -> [String]
  /// The files of a kit, and what is left to do by hand.
  func made(_ kit: SystemKit) -> [String]
}
