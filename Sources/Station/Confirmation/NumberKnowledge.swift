import Catalogue
import Circulation
import Scanning

/// All that is known of numbers: the rules of the settings, and the numbers
/// that were recorded here.
struct NumberKnowledge {
  let rules: ScanRules
  /// The lists of the library system; nil if nobody asks them.
  let lists: CatalogueWatch?
  /// The rules by which due dates are estimated.
  var dueRules = DueRules()
  /// The numbers that were seen; nil if nothing is to be learnt from them.
  private(set) var seen: SeenNumbers?
  /// The patterns that took too long with what was scanned.
  var costlyPatterns: Set<Pattern> = []
  /// True if more scans have come at once than anybody makes.
  var hasManyScans = false
  /// The number of changes of the past when it was last looked through.
  private var pastChanges = -1

  /// The most transactions that are looked through.
  private static let transactionLimit = 10_000

  init(_ rules: ScanRules, learns: Bool, _ lists: CatalogueWatch? = nil) {
    self.rules = rules
    self.lists = lists
    // Where patterns tell all, there is nothing to learn.
    seen = learns && !rules.hasAllPatterns ? SeenNumbers() : nil
  }

  /// Looks again at what was recorded, if some of it was taken back.
  mutating func recall(_ desk: Desk) {
    guard seen != nil, pastChanges != desk.pastChanges else { return }
    pastChanges = desk.pastChanges
    seen = SeenNumbers(desk.past(limit: Self.transactionLimit))
  }

  /// Learns from what was just recorded.
  mutating func learn(_ recorded: Transaction) {
    seen?.add(recorded)
  }

  /// The fewest characters that silence ends.
  var minimumScanLength: Int {
    rules.minimumScanLength(beside: seen?.minimumLength)
  }

  // MARK: Verdicts

  /// Returns the verdict on a number that comes to a desk as one of a kind,
  /// perhaps to amend a transaction.
  func verdict(
    on scan: Scan, as kind: Scan.Kind, at desk: Desk,
    amending old: Transaction? = nil
  ) -> Verdict {
    verdict(
      on: scan, as: kind, at: desk, amending: old,
      by: listVerdict(on: scan.number, as: kind, at: desk, amending: old))
  }

  /// Returns the verdict on a number, by what lists say of it.
  func verdict(
    on scan: Scan, as kind: Scan.Kind, at desk: Desk,
    amending old: Transaction?, by list: ListVerdict?
  ) -> Verdict {
    guard let list else { return ownVerdict(on: scan, as: kind, at: desk) }
    // Who has the number itself need not judge by its form.
    guard list.isUnknown else {
      return list.objections.isEmpty ? .sound : .asked(.lists(list), times: 1)
    }
    let own = ownVerdict(on: scan, as: kind, at: desk)
    guard own == .sound, !isOfDesk(scan, as: kind, desk) else { return own }
    if listVerdict(on: scan.number, as: kind.other, at: desk)?.isUnknown
      == false
    {
      return .asked(.seen(.isOther), times: 1)
    }
    // What comes back is taken back.
    let isReturn =
      kind == .item && (old?.operation ?? desk.operation) == .return
    return isReturn ? .sound : .asked(.lists(list), times: 1)
  }

  /// Returns true if a number is the card of a desk's borrower, which the desk
  /// itself does not lend.
  private func isOfDesk(_ scan: Scan, as kind: Scan.Kind, _ desk: Desk) -> Bool
  {
    kind == .item && desk.operation == .loan
      && desk.borrower?.text == scan.number
  }

  /// Returns the verdict by the rules, and by what was recorded here.
  private func ownVerdict(
    on scan: Scan, as kind: Scan.Kind, at desk: Desk
  ) -> Verdict {
    if let title = title(of: scan, as: kind) {
      return verdict(on: scan.number, as: kind, title)
    }
    if let warning = rules.warning(scan, as: kind) {
      return .asked(.rules(warning), times: 1)
    }
    // Patterns know better; and the desk itself refuses a loan of its borrower.
    guard
      rules.rules(for: kind).patterns.isEmpty,
      !isOfDesk(scan, as: kind, desk),
      let warning = seen?.warning(scan.number, as: kind)
    else { return .sound }
    return .asked(.seen(warning), times: 1)
  }

  /// Returns true if a scan is an item and not a card, by the settings or by what
  /// was seen.
  func isKnownItem(_ scan: Scan, at desk: Desk) -> Bool {
    scan.kinds == [.item] || seemsOther(scan, as: .borrower, at: desk)
  }

  /// Returns true if a scan that comes as one of a kind seems to be of the other.
  func seemsOther(_ scan: Scan, as kind: Scan.Kind, at desk: Desk) -> Bool {
    guard case .asked(let reason, _) = verdict(on: scan, as: kind, at: desk)
    else { return false }
    return reason.seemsOther
  }

  /// Returns true if a scan of a kind is accepted without a question.
  func isSound(_ scan: Scan, as kind: Scan.Kind, at desk: Desk) -> Bool {
    (try? Barcode(scan.number)) != nil
      && verdict(on: scan, as: kind, at: desk) == .sound
  }

  /// Returns true if a scan names a title, and is not accepted as an item.
  func isOfTitle(_ scan: Scan, at desk: Desk) -> Bool {
    guard
      TitleNumber(scan.number) != nil,
      case .refused = verdict(on: scan, as: .item, at: desk)
    else { return false }
    return true
  }

  /// The title that a number names, if it is not known to be a library's.
  private func title(of scan: Scan, as kind: Scan.Kind) -> TitleNumber? {
    guard let title = TitleNumber(scan.number) else { return nil }
    switch kind {
    case .borrower:
      // Cards of ten digits are as usual as any.
      return title.mayBeChance || scan.kinds.contains(.borrower) ? nil : title
    case .item:
      let isMeant =
        scan.kinds.contains(.item)
        && (title.mayBeChance || rules.item.meansTitles(like: scan.number))
      // Who empties a scanner's memory can't answer for one number in eleven.
      let isTaken =
        isMeant || title.mayBeChance && hasManyScans
        || seen?.areItems(like: scan.number) ?? false
      return isTaken ? nil : title
    }
  }

  private func verdict(
    on number: String, as kind: Scan.Kind, _ title: TitleNumber
  ) -> Verdict {
    let mayBeItem =
      kind == .item
      && (rules.item.fits(number) || seen?.isUsualItem(number) ?? false)
    if mayBeItem { return .asked(.title(title), times: 1) }
    // One number in eleven is like one by chance.
    return title.mayBeChance
      ? .asked(.title(title), times: 2) : .refused(.title(title))
  }
}
