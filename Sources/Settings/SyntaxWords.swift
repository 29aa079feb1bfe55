import Scanning

/// The errors of syntax in the settings, in parentheses within a sentence.
package protocol SyntaxWords {
  /// A reason for which the file is not TOML: no capital at the start.
  func clause(_ issue: TOMLFlaw) -> String
  /// A reason for which a pattern does not compile: no capital at the start.
  func clause(_ issue: PatternFlaw) -> String
}
