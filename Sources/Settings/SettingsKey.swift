import Scanning

/// A part of a file, like `[item]`.
public enum SettingsSection: String, CaseIterable, Sendable {
  /// The station itself.
  case station
  /// What the numbers on cards look like.
  case borrower
  /// What the numbers on items look like.
  case item
  /// What the scanner does.
  case scanner
}

/// A key of a file, and all that is known of it.
///
/// What reads a file, prints one, explains it or doubts it does so by
/// ``table``: there is no other list of keys.
public struct SettingsKey: Identifiable, Sendable {
  /// What a key is called.
  public enum Name: String, CaseIterable, Sendable {
    /// The folder of the station's files.
    case files
    /// The name of the desk.
    case desk
    /// The language of all that is shown.
    case language
    /// When the bell rings.
    case bell
    /// How the window looks.
    case theme
    /// A folder for a copy of the journal.
    case copyTo = "copy-to"
    /// The record of what was handed over.
    case ledger
    /// Whether it is learnt from what was scanned what numbers look like.
    case learn
    /// What the numbers look like.
    case patterns
    /// How many characters they have.
    case lengths
    /// What their last digit is.
    case checkDigit = "check-digit"
    /// Whether none begins with a zero.
    case forbidLeadingZero = "forbid-leading-zero"
    /// Whether none has a slash.
    case forbidSlash = "forbid-slash"
    /// Through which keyboard the scanner types.
    case layout
    /// What is taken off a scan.
    case strip
    /// What ends a scan.
    case suffix
    /// Within how many seconds the same again is one scan.
    case doubleScanSeconds = "double-scan-seconds"
  }

  /// What a key takes.
  public enum Kind: Hashable, Sendable {
    /// Text, which may be empty.
    case text
    /// The path of a folder.
    case folder
    /// The path of a file.
    case file
    /// One of some words.
    case word([String])
    /// A list of some words.
    case words([String])
    /// A list of regular expressions.
    case patterns
    /// A list of numbers in a range.
    case numbers(ClosedRange<Int>)
    /// A number in a range.
    case number(ClosedRange<Int>)
    /// `true` or `false`.
    case truth
  }

  /// Which key it is.
  public struct ID: Hashable, Sendable {
    /// The section that it stands in.
    public let section: SettingsSection
    /// What it is called there.
    public let name: Name

    /// A key by its section and name.
    public init(_ section: SettingsSection, _ name: Name) {
      self.section = section
      self.name = name
    }
  }

  /// Which key it is.
  public let id: ID
  /// What it takes.
  public let takes: Kind
  /// What to show for it where nothing is set.
  public let example: SettingsValue?

  let read:
    @Sendable (SettingsValue, inout Settings) throws(RefusedValue) -> Void
  private let write: @Sendable (Settings) -> SettingsValue?

  private init<Part, Value>(
    _ section: SettingsSection, _ name: Name,
    _ part: WritableKeyPath<Settings, Part> & Sendable,
    _ field: WritableKeyPath<Part, Value> & Sendable,
    _ form: SettingsForm<Value>, example: SettingsValue? = nil
  ) {
    id = ID(section, name)
    takes = form.takes
    self.example = example
    read = { value, settings throws(RefusedValue) in
      settings[keyPath: part][keyPath: field] = try form.read(value)
    }
    write = { form.write($0[keyPath: part][keyPath: field]) }
  }

  /// Whether it takes a path, which in a file may begin in its folder.
  public var takesPath: Bool { takes == .folder || takes == .file }

  /// The variable of the environment that sets it too, if one does.
  public var variable: String? {
    guard id.section == .station else { return nil }
    return "OFFCIRC_"
      + id.name.rawValue.uppercased().replacing("-", with: "_")
  }

  /// The flag of the command line that sets it too, if one does.
  public var flag: String? {
    id.section == .station ? "--" + id.name.rawValue : nil
  }

  /// The value that it has in the settings; nil if it has none.
  public func value(in settings: Settings) -> SettingsValue? {
    write(settings)
  }
}

extension SettingsKey {
  /// Every key, in the order of a file.
  public static let table: [SettingsKey] =
    [
      SettingsKey(.station, .files, \.station, \.files, .folder),
      SettingsKey(.station, .desk, \.station, \.desk, .text),
      SettingsKey(.station, .language, \.station, \.language, .word),
      SettingsKey(.station, .bell, \.station, \.bell, .word),
      SettingsKey(.station, .theme, \.station, \.theme, .word),
      SettingsKey(
        .station, .copyTo, \.station, \.copyTo, .optional(.folder),
        example: .string("/media/key")),
      SettingsKey(.station, .ledger, \.station, \.ledger, .file),
      SettingsKey(.station, .learn, \.station, \.learns, .truth),
    ]
    + keys(of: .borrower, \.rules.borrower) + keys(of: .item, \.rules.item)
    + [
      SettingsKey(.scanner, .layout, \.rules.scanner, \.layout, .word),
      SettingsKey(.scanner, .strip, \.rules.scanner, \.strip, .words()),
      SettingsKey(.scanner, .suffix, \.rules.scanner, \.suffix, .word),
      SettingsKey(
        .scanner, .doubleScanSeconds, \.rules.scanner, \.doubleScanSeconds,
        .number(in: 0...60)),
    ]

  /// The keys that say what numbers of a kind look like.
  private static func keys(
    of section: SettingsSection,
    _ part: WritableKeyPath<Settings, NumberRules> & Sendable
  ) -> [SettingsKey] {
    [
      SettingsKey(section, .patterns, part, \.patterns, .patterns),
      SettingsKey(section, .lengths, part, \.lengths, .numbers(in: 1...80)),
      SettingsKey(section, .checkDigit, part, \.checkDigit, .word),
      SettingsKey(
        section, .forbidLeadingZero, part, \.forbidsLeadingZero, .truth),
      SettingsKey(section, .forbidSlash, part, \.forbidsSlash, .truth),
    ]
  }

  /// The key of a section; nil if it has none of that name.
  public static func key(_ id: ID) -> SettingsKey? {
    table.first { $0.id == id }
  }

  /// The keys of a section.
  public static func keys(of section: SettingsSection) -> [SettingsKey] {
    table.filter { $0.id.section == section }
  }
}
