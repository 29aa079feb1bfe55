import ArgumentParser

extension ExitCode {
  /// Some lines were refused or damaged, or need attention.
  static let someRefused = ExitCode(1)
  /// A check found errors.
  static let errorsFound = ExitCode(2)
  /// A report belongs to another file.
  static let otherFile = ExitCode(2)
  /// `EX_IOERR` of sysexits.h.
  static let inputOutputError = ExitCode(74)
  /// `EX_CONFIG` of sysexits.h.
  static let badSettings = ExitCode(78)
}
