import Scanning

extension ScanRules {
  /// The keys and values for a file with these rules, as far as scans reveal
  /// them: patterns, lengths and check digits if known, and the scanner's
  /// properties.
  package var found: [(id: SettingsKey.ID, value: SettingsValue)] {
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
