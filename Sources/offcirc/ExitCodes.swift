import ArgumentParser
import Languages

extension ExitCode {
  /// Some lines were refused or damaged, or need attention.
  static let someRefused = ExitCode(.refused)
  /// A check found errors.
  static let errorsFound = ExitCode(.errors)
  /// A desk has faults.
  static let notReady = ExitCode(.errors)
  /// A report belongs to another file.
  static let otherFile = ExitCode(.errors)
  /// `EX_IOERR` of sysexits.h.
  static let inputOutputError = ExitCode(.inputOutput)
  /// `EX_CONFIG` of sysexits.h.
  static let badSettings = ExitCode(.settings)

  private init(_ status: ExitStatus) { self.init(status.rawValue) }
}
