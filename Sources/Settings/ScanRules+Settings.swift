import Scanning

extension ScanRules {
  /// What a file has to say for these rules to hold, as far as scans tell them:
  /// patterns, lengths and check digits where there are any, and what the
  /// scanner does.
  public var found: [(id: SettingsKey.ID, value: SettingsValue)] {
    var found: [(id: SettingsKey.ID, value: SettingsValue)] = [
      (.init(.scanner, .layout), .string(scanner.layout.rawValue)),
      (.init(.scanner, .suffix), .string(scanner.suffix.rawValue)),
      (
        .init(.scanner, .strip),
        .array(scanner.strip.map { .string($0.rawValue) })
      ),
    ]
    for (section, numbers) in [
      (SettingsSection.borrower, borrower), (.item, item),
    ] {
      if !numbers.patterns.isEmpty {
        found += [
          (
            .init(section, .patterns),
            .array(numbers.patterns.map { .string($0.text) })
          ),
          (
            .init(section, .lengths),
            .array(numbers.lengths.map { .integer($0) })
          ),
        ]
      }
      if numbers.checkDigit != .none {
        found.append(
          (
            .init(section, .checkDigit),
            .string(numbers.checkDigit.rawValue)
          ))
      }
    }
    return found
  }
}
