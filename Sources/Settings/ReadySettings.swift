/// The ages, in days, after which the check before an outage asks for something
/// to be done again.
package struct ReadySettings: Hashable, Sendable {
  /// The age of the scanner's last test.
  package var scannerDays = 365
  /// The age of the lists: by then, a term has other readers.
  package var listDays = 60
  /// The age of the last exercise.
  package var drillDays = 180

  /// Creates the defaults.
  package init() {}
}

extension SettingsKey {
  /// The keys for the check before an outage.
  static let ready: [SettingsKey] = [
    key(.scannerDays) { $1(&$0.scannerDays) },
    key(.listDays) { $1(&$0.listDays) },
    key(.drillDays) { $1(&$0.drillDays) },
  ]

  private static func key(
    _ name: Name, _ access: @escaping Access<ReadySettings, Int>
  ) -> SettingsKey {
    SettingsKey(.ready, name, .number(in: 1...3_650)) { settings, use in
      access(&settings.ready, use)
    }
  }
}
