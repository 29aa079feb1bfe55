import Catalogue
import Typesetting

extension CopyFinding {
  /// The command that mends it, the same in all languages; nil if none does.
  var remedy: String? {
    let number = number.quotedForShell
    return switch problem {
    case .flaw, .sameNumber, .stillListed: nil
    case .noState: "offcirc copies edit \(number) --status N"
    case .start(_, let state):
      "offcirc copies edit \(number) --initial-status \(state)"
    case .journal(_, let listed):
      "offcirc copies edit \(number) --status \(listed)"
    case .noPrice: "offcirc copies edit \(number) --price 27.90"
    case .noFee: "offcirc copies edit \(number) --fee 9.30"
    case .several(let field, let values):
      "offcirc copies edit \(number) --\(field.rawValue) \((values.first ?? "").quotedForShell)"
    case .sameTitle(_, let other, let author):
      "offcirc copies edit \(other.quotedForShell) --title \((title ?? "").quotedForShell)"
        + (author.map { " --author \($0.quotedForShell)" } ?? "")
    }
  }
}
