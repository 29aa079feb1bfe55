/// The words of a kit for Koha.
package protocol KohaWords {
  /// The title of the checklist.
  var kohaTitle: String { get }
  /// The paragraph under the title: the kit, its date, the rule.
  func kohaPurpose(_ kit: Kit) -> String
  /// The steps before the upload.
  var stepsBeforeKoha: [String] { get }
  /// The way to upload, with Koha's own button names.
  var waysToKoha: [String] { get }
  /// A file to upload, and the lines that it lacks.
  func step(for file: KocFile) -> String
  /// The steps after the upload.
  var stepsAfterKoha: [String] { get }
}
