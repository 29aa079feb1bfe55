import Catalogue
import Circulation
import Scanning
import Settings

/// The numbers that a desk knows before an import: by the patterns of the
/// settings, from its journal, and from the lists before.
///
/// They only serve to see that a list has lost zeros, so that what can't be
/// read of them is left out.
struct KnownNumbers {
  private let rules: ScanRules
  private let catalogue: Catalogue?
  private let items: Set<String>
  private let borrowers: Set<String>

  /// The length in bytes of a journal that is not read for a hint alone.
  private static let maximumLength = 16 << 20

  /// Collects what the desk of a command knows.
  init(_ place: CommandContext) {
    rules = place.settings.rules
    catalogue = try? Catalogue(place.settings.catalogue.file)
    let journal = try? CommandContext.disk.version(place.folder.journal)
    let isSmall = (journal?.length ?? 0) <= Self.maximumLength
    let replay =
      isSmall ? (try? place.reading(keepingSaved: true))?.replay : nil
    let all = (replay?.saved ?? []) + (replay?.unsaved ?? [])
    items = Set(all.map(\.transaction.item.text))
    borrowers = Set(all.compactMap(\.transaction.borrower?.text))
  }

  /// Returns true if a number is like the known ones only with a zero before
  /// it.
  func lackZero(_ number: String, of kind: ListKind) -> Bool {
    guard kind != .sets else { return false }
    let longer = "0" + number
    let pattern = kind.isOfItems ? rules.item : rules.borrower
    let recorded = kind.isOfItems ? items : borrowers
    return pattern.fits(longer) && !pattern.fits(number)
      || recorded.contains(longer) && !recorded.contains(number)
      || isListed(longer, of: kind) && !isListed(number, of: kind)
  }

  private func isListed(_ number: String, of kind: ListKind) -> Bool {
    kind.isOfItems
      ? (try? catalogue?.item(number)) != nil
      : (try? catalogue?.borrower(number)) != nil
  }
}
