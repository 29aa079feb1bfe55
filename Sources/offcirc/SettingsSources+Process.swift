import ArgumentParser
import Languages
import Settings
import Station

extension SettingsSources {
  /// Creates the sources of this process.
  init(
    flags: [SettingsKey.Name: String], file: String? = nil,
    readsFile: Bool = true
  ) {
    self.init(
      environment: Environment.variables, flags: flags,
      file: file, readsFile: readsFile)
  }

  /// Reads the settings; a desk does without refused patterns.
  ///
  /// - Throws: exit status 78, after reporting all errors in the settings.
  func readOrReport(forDesk: Bool = false) throws -> ResolvedSettings {
    do throws(SettingsIssues) {
      return forDesk ? try readForDesk() : try read()
    } catch {
      for sentence in error.language.words.sentences(error) {
        printError(sentence)
      }
      throw ExitCode.badSettings
    }
  }
}
