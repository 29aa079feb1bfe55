import Catalogue
import Scanning

/// A section of a file, such as `[item]`.
package enum SettingsSection: String, CaseIterable, Sendable {
  /// The station itself.
  case station
  /// The numbers of borrowers.
  case borrower
  /// The numbers of items.
  case item
  /// The scanner.
  case scanner
  /// The catalogue.
  case catalogue
  /// The textbooks of a school.
  case textbooks
  /// The slips.
  case printing
  /// The check before an outage.
  case ready
  /// The upload after an outage.
  case offload
}

/// A key of a settings file.
///
/// Reading, writing, documenting and checking a file all use ``table``: there
/// is no other list of keys.
package struct SettingsKey: Identifiable, Sendable {
  /// The name of a key.
  package enum Name: String, CaseIterable, Sendable {
    /// The folder of the station's files.
    case files
    /// The name of the desk.
    case desk
    /// The language of all texts.
    case language
    /// The events for which the bell rings.
    case bell
    /// The colors of the window.
    case theme
    /// The folder for a copy of the journal.
    case copyTo = "copy-to"
    /// The address of the database that desks share.
    case share
    /// The path of the ledger.
    case ledger
    /// The learning of numbers' appearance from scans.
    case learn
    /// The computer is for the station alone.
    case kiosk
    /// The patterns of valid numbers.
    case patterns
    /// The valid lengths in characters.
    case lengths
    /// The check digit.
    case checkDigit = "check-digit"
    /// The refusal of leading zeros.
    case forbidLeadingZero = "forbid-leading-zero"
    /// The refusal of slashes.
    case forbidSlash = "forbid-slash"
    /// The keyboard layouts of scanner and computer.
    case layout
    /// The additions to remove from a scan.
    case strip
    /// The end of a scan.
    case suffix
    /// The time in which a repeated number counts as one scan, in seconds.
    case doubleScanSeconds = "double-scan-seconds"
    /// The path of the catalogue.
    case file
    /// The personal data that is kept of borrowers.
    case level
    /// The ends that are taken off a scanned item that no list has.
    case itemCut = "item-cut"
    /// The ends that are taken off a scanned card that no list has.
    case borrowerCut = "borrower-cut"
    /// The time for which lists of borrowers are kept, in days.
    case keepDays = "keep-days"
    /// The policies and statuses of items that must not be lent.
    case notForLoan = "not-for-loan"
    /// The names of columns that only this library's lists have.
    case columns
    /// The day on which all loans are due.
    case dueDate = "due-date"
    /// The number of days for which items are lent.
    case dueDays = "due-days"
    /// The numbers of days by policy or kind of material.
    case dueRules = "due-rules"
    /// The noting of states at returns.
    case states
    /// The labels of the states of copies.
    case statuses
    /// The numbers of the states in which a copy may be lent.
    case lendable
    /// The year of first circulation of new copies.
    case year
    /// The letter at the beginning of call numbers.
    case callLetter = "call-letter"
    /// The courses with their codes in call numbers.
    case courses
    /// The charges that the school's own begin with.
    case tariff
    /// The charges for changes of state.
    case charges
    /// The fee for slight damage of a title that has none.
    case fee
    /// The price of a title that has none.
    case price
    /// The percents of the price by year of circulation.
    case percents
    /// The amount that each year takes off the price.
    case yearly
    /// The rounding of prices up to whole amounts.
    case roundUp = "round-up"
    /// The grades of wear that cost nothing in a year.
    case freeGrades = "free-grades"
    /// The time for which archives keep the borrowers of ended loans, in days.
    case keepLoans = "keep-loans"
    /// The printer of slips.
    case printer
    /// The occasions on which a desk prints a slip.
    case slips
    /// The width of a slip.
    case width
    /// The part of a card's number on a slip.
    case card
    /// The library's own lines above a slip.
    case head
    /// The library's own lines below it.
    case foot
    /// The age of a scanner's test that is checked again, in days.
    case scannerDays = "scanner-days"
    /// The age of lists that are to be renewed, in days.
    case listDays = "list-days"
    /// The age of an exercise that is to be done again, in days.
    case drillDays = "drill-days"
    /// The desks whose files are expected after an outage.
    case desks
  }

  /// The type of a key's value.
  package enum ValueType: Hashable, Sendable {
    /// Text, which may be empty.
    case text
    /// The path of a folder.
    case folder
    /// The path of a file.
    case file
    /// One of several words.
    case word([String])
    /// A list of words.
    case words([String])
    /// A list of texts.
    case texts
    /// A list of names of columns, each after a field and an equals sign.
    case columns
    /// A day, `YYYY-MM-DD`.
    case day
    /// A list of names with numbers of days, such as `DVD = 7`.
    case dayCounts
    /// A list of numbers of states with their labels, such as `3 = worn`.
    case statusLabels
    /// Letters at the beginning of call numbers, such as `M`.
    case letters
    /// A list of courses with codes, such as `French = 10`.
    case courses
    /// A list of rules of a tariff, such as `1-2 -> 3 = fee`.
    case chargeRules
    /// A share of the price, an amount, or `ask`.
    case fee
    /// An amount of money.
    case money
    /// The path of a printer, or `cups:` with a name.
    case printer
    /// A list of regular expressions.
    case patterns
    /// A list of numbers in a range.
    case numbers(ClosedRange<Int>)
    /// A number in a range.
    case number(ClosedRange<Int>)
    /// `true` or `false`.
    case boolean
  }

  /// The identity of a key.
  package struct ID: Hashable, Sendable {
    /// The section of the key.
    package let section: SettingsSection
    /// The name of the key in the section.
    package let name: Name

    /// Creates an identity from section and name.
    package init(_ section: SettingsSection, _ name: Name) {
      self.section = section
      self.name = name
    }
  }

  /// The identity.
  package let id: ID
  /// The type of the value.
  package let type: ValueType
  /// The value shown in examples if nothing is set.
  package let example: SettingsValue?

  let read: @Sendable (SettingsValue, inout Settings) throws(ValueError) -> Void
  private let write: @Sendable (Settings) -> SettingsValue?

  /// Access to the value in settings; a key path would be slower at the start.
  typealias Access<Root, Value> =
    @Sendable (inout Root, (inout Value) -> Void) -> Void

  init<Value>(
    _ section: SettingsSection, _ name: Name, _ form: SettingsCodec<Value>,
    example: SettingsValue? = nil, _ access: @escaping Access<Settings, Value>
  ) {
    id = ID(section, name)
    type = form.type
    self.example = example
    read = { value, settings throws(ValueError) in
      let new = try form.read(value)
      access(&settings) { $0 = new }
    }
    write = { settings in
      var settings = settings
      var value: SettingsValue?
      access(&settings) { value = form.write($0) }
      return value
    }
  }

  /// True if the value is a path, which in a file may be relative to it.
  package var isPath: Bool { type == .folder || type == .file }

  /// The environment variable for this key; nil if there is none.
  package var variable: String? {
    guard id.section == .station else { return nil }
    return "OFFCIRC_"
      + id.name.rawValue.uppercased().replacing("-", with: "_")
  }

  /// The command-line option for this key; nil if there is none.
  package var flag: String? {
    if id == ID(.catalogue, .file) { return "--catalogue" }
    return id.section == .station ? "--" + id.name.rawValue : nil
  }

  /// Returns the value of this key in the settings; nil if it has none.
  package func value(in settings: Settings) -> SettingsValue? {
    write(settings)
  }
}

extension SettingsKey {
  /// All keys, in the order of a file.
  package static let table: [SettingsKey] =
    [
      SettingsKey(.station, .files, .folder) { $1(&$0.station.files) },
      SettingsKey(.station, .desk, .text) { $1(&$0.station.desk) },
      SettingsKey(.station, .language, .word) { $1(&$0.station.language) },
      SettingsKey(.station, .bell, .word) { $1(&$0.station.bell) },
      SettingsKey(.station, .theme, .word) { $1(&$0.station.theme) },
      SettingsKey(
        .station, .copyTo, .optional(.folder), example: .string("/media/key")
      ) { $1(&$0.station.copyTo) },
      SettingsKey(.station, .share, .text) { $1(&$0.station.share) },
      SettingsKey(.station, .ledger, .file) { $1(&$0.station.ledger) },
      SettingsKey(.station, .learn, .boolean) { $1(&$0.station.learns) },
      SettingsKey(.station, .kiosk, .boolean) { $1(&$0.station.isKiosk) },
    ]
    + keys(of: .borrower) { $1(&$0.rules.borrower) }
    + keys(of: .item) { $1(&$0.rules.item) }
    + [
      SettingsKey(.scanner, .layout, .word) { $1(&$0.rules.scanner.layout) },
      SettingsKey(.scanner, .strip, .words()) { $1(&$0.rules.scanner.strip) },
      SettingsKey(.scanner, .suffix, .word) { $1(&$0.rules.scanner.suffix) },
      SettingsKey(.scanner, .doubleScanSeconds, .number(in: 0...60)) {
        $1(&$0.rules.scanner.doubleScanSeconds)
      },
      SettingsKey(.catalogue, .file, .file) { $1(&$0.catalogue.file) },
      SettingsKey(.catalogue, .level, .word) { $1(&$0.catalogue.level) },
      SettingsKey(
        .catalogue, .itemCut, .cut, example: .array([.string("end 1")])
      ) { $1(&$0.catalogue.itemCut) },
      SettingsKey(
        .catalogue, .borrowerCut, .cut,
        example: .array([.string("start 1"), .string("zeros")])
      ) { $1(&$0.catalogue.borrowerCut) },
      SettingsKey(.catalogue, .keepDays, .number(in: 0...36_500)) {
        $1(&$0.catalogue.keepDays)
      },
      SettingsKey(
        .catalogue, .notForLoan, .texts,
        example: .array([.string("Consultation sur place")])
      ) { $1(&$0.catalogue.notForLoan) },
      SettingsKey(
        .catalogue, .columns, .columns,
        example: .array([.string("item=book_code")])
      ) { $1(&$0.catalogue.columns) },
      SettingsKey(
        .catalogue, .dueDate, .optional(.day), example: .string("2026-12-18")
      ) { $1(&$0.catalogue.due.date) },
      SettingsKey(
        .catalogue, .dueDays, .optional(.number(in: DueRules.Rule.range)),
        example: .integer(21)
      ) { $1(&$0.catalogue.due.days) },
      SettingsKey(
        .catalogue, .dueRules, .dueRules,
        example: .array([.string("DVD = 7")])
      ) { $1(&$0.catalogue.due.rules) },
    ]
    + textbooks + printing + ready
    + [
      SettingsKey(
        .offload, .desks, .texts,
        example: .array([.string("Central"), .string("Annexe")])
      ) { $1(&$0.offload.desks) }
    ]

  /// Returns the keys for numbers of a kind.
  private static func keys(
    of section: SettingsSection,
    _ rules: @escaping Access<Settings, NumberRules>
  ) -> [SettingsKey] {
    func key<Value>(
      _ name: Name, _ form: SettingsCodec<Value>,
      _ access: @escaping Access<NumberRules, Value>
    ) -> SettingsKey {
      SettingsKey(section, name, form) { settings, use in
        rules(&settings) { access(&$0, use) }
      }
    }
    return [
      key(.patterns, .patterns) { $1(&$0.patterns) },
      key(.lengths, .numbers(in: 1...80)) { $1(&$0.lengths) },
      key(.checkDigit, .word) { $1(&$0.checkDigit) },
      key(.forbidLeadingZero, .boolean) { $1(&$0.forbidsLeadingZero) },
      key(.forbidSlash, .boolean) { $1(&$0.forbidsSlash) },
    ]
  }

  /// Returns the key with an identity; nil if there is none.
  package static func key(_ id: ID) -> SettingsKey? {
    table.first { $0.id == id }
  }

  /// Returns the keys of a section.
  package static func keys(of section: SettingsSection) -> [SettingsKey] {
    table.filter { $0.id.section == section }
  }
}
