import Catalogue
import Circulation
import Exchange

/// The walk of a library system through the lines of files, one after the
/// other.
struct RehearsalWalk: ~Copyable {
  private let catalogue: Catalogue
  private let basis: ListBasis
  /// The rules at the beginning of a file.
  private let firstRules: any SystemRules
  private var rules: any SystemRules
  private let pastDue: PastDue?
  /// The limits of the files that are uploaded.
  private let limits: FormatLimits

  private let fingerprints: Fingerprints
  private var items: FingerprintTable<RehearsedItem>
  private var borrowers = FingerprintTable(initial: RehearsedBorrower())
  /// True if all items of the lists are remembered from the start.
  private let isLoaded: Bool
  private var minutes = MinuteReader()
  /// The last reader whom the system knows, for its messages.
  private var previous: (tag: UInt32, number: String)?
  private let keepsPrevious: Bool
  private(set) var summary = Rehearsal.Summary()

  /// A line costs a look-up in the file, and an item of the lists a step of a
  /// pass through all of them: so many lines to an item pay for the pass.
  private static let passShare = 4

  /// Prepares a walk of about so many lines.
  ///
  /// - Throws: ``CatalogueError``.
  init(
    _ catalogue: Catalogue, _ basis: ListBasis, _ system: LibrarySystem,
    _ rules: any SystemRules, _ pastDue: PastDue?, lineCount: Int
  ) throws(CatalogueError) {
    self.catalogue = catalogue
    self.basis = basis
    firstRules = rules
    self.rules = rules
    // PMB counts from the day of the upload.
    self.pastDue = system == .pmb ? nil : pastDue
    keepsPrevious = system == .pmb
    limits = system.format.limits
    let fingerprints = Fingerprints()
    self.fingerprints = fingerprints
    let count = basis.itemRowCount
    isLoaded = lineCount > count / Self.passShare
    // Rounded down to a power of two.
    var items = FingerprintTable(
      initial: RehearsedItem(), capacity: isLoaded ? 2 * count : lineCount / 4)
    if isLoaded {
      let hasLoans = basis.loans != nil
      try catalogue.forEachItem { number, traits in
        let place = items.place(
          of: fingerprints.of(Span(_unsafeBytes: number)))
        items[place] = RehearsedItem(traits, hasLoans: hasLoans)
      }
    }
    self.items = items
  }

  /// Ends a file: the next one is an upload of its own.
  mutating func end(_ file: Int) {
    summary.firstAnswers[file] = rules.firstAnswer
    rules = firstRules
    previous = nil
  }

  // MARK: Line by line

  /// Takes the next line of a file, given without its line end.
  ///
  /// - Throws: ``CatalogueError``.
  mutating func take(
    _ line: Span<UInt8>, number: Int, of file: Int,
    tell: (RehearsedLine) throws(CatalogueError) -> Void
  ) throws(CatalogueError) {
    let minute = minutes.minute(of: line)
    let line = line.extracting(line.withoutOuterMarks)
    guard !line.isBlank else { return }
    summary.lineCount += 1
    guard let minute,
      let layout = try? DataFormat.layout(of: line, isTimed: true)
    else {
      return try add(
        .unreadable, .certain, .lines, nil, nil, number, file, tell)
    }
    guard limits.reason(toLeaveOut: line, layout) == nil else {
      return try add(
        .unfit, .certain, .lines, try? DataFormat.transaction(in: line), nil,
        number, file, tell)
    }
    let day = minute / 1_440
    let item = try place(ofItem: line.extracting(layout.item))
    var facts = LineFacts(layout.borrower == nil ? .return : .loan)
    let trace = items[item]
    var borrower = RehearsedBorrower()
    if let range = layout.borrower {
      borrower = try self.borrower(line.extracting(range))
      facts.take(borrower, isListed: basis.borrowers != nil, on: day)
      facts.isPastDue = try isPastDue(line.extracting(layout.item), on: day)
    }
    facts.take(trace, isListed: basis.items != nil, on: day)
    let isOpen =
      facts.operation == .return && facts.item == .known
      && facts.state == .unknown
    if isOpen { summary.openReturnCount += 1 }
    let outcome = rules.outcome(of: facts)
    items[item].take(outcome, on: UInt16(truncatingIfNeeded: day))
    for effect in outcome.effects {
      let isGone = effect == .itemUnknown ? trace.has(.gone) : borrower.isGone
      try add(
        effect, certainty(of: effect, facts, on: day, isGone),
        effect.ground(isByEarlierLine: facts.isByEarlierLine),
        try? DataFormat.transaction(in: line), previous?.number, number, file,
        tell)
    }
    guard keepsPrevious, let range = layout.borrower,
      facts.borrower != .unknown, borrower.tag != previous?.tag
    else { return }
    previous = (borrower.tag, String(line.extracting(range)))
  }

  private func isPastDue(
    _ item: Span<UInt8>, on day: Int
  ) throws(CatalogueError) -> Bool {
    guard let pastDue, pastDue.mayInclude(day) else { return false }
    return pastDue.includes(try catalogue.item(String(item)), lentOn: day)
  }

  private func certainty(
    of effect: LineEffect, _ facts: LineFacts, on day: Int, _ isGone: Bool
  ) -> Certainty {
    let doubt = rules.doubt(about: effect, of: facts)
    switch doubt {
    case .setting?: return .unknowable(.setting)
    case .holder? where effect.grade != .fails: return .unknowable(.holder)
    default: break
    }
    let certainty = basis.certainty(
      of: effect, on: day, isGone: isGone,
      isByEarlierLine: facts.isByEarlierLine)
    if certainty == .certain, let doubt { return .likely(doubt) }
    return certainty
  }

  private mutating func add(
    _ effect: LineEffect, _ certainty: Certainty, _ ground: Ground,
    _ transaction: Transaction?, _ previous: String?, _ number: Int,
    _ file: Int, _ tell: (RehearsedLine) throws(CatalogueError) -> Void
  ) throws(CatalogueError) {
    let message = transaction.flatMap {
      rules.message(
        on: effect, $0.operation,
        LineNumbers(
          item: $0.item.text, borrower: $0.borrower?.text, previous: previous))
    }
    let line = RehearsedLine(
      file: file, line: number, transaction: transaction, effect: effect,
      message: message, certainty: certainty, ground: ground)
    summary.count(line)
    try tell(line)
  }

  // MARK: Numbers

  /// Returns the place of an item, about which the lists have been asked.
  private mutating func place(
    ofItem number: Span<UInt8>
  ) throws(CatalogueError) -> Int {
    let place = items.place(of: fingerprints.of(number))
    guard !items[place].isAsked else { return place }
    let known =
      isLoaded ? nil : try catalogue.traits(ofItem: String(number))
    items[place] = RehearsedItem(known, hasLoans: basis.loans != nil)
    return place
  }

  private mutating func borrower(
    _ number: Span<UInt8>
  ) throws(CatalogueError) -> RehearsedBorrower {
    let place = borrowers.place(of: fingerprints.of(number))
    guard borrowers[place].tag == 0 else { return borrowers[place] }
    let digest = catalogue.digest(of: String(number))
    borrowers[place] = RehearsedBorrower(
      digest, try catalogue.traits(ofBorrower: digest))
    return borrowers[place]
  }
}

extension FormatLimits {
  /// Returns the reason why a line is left out; nil if it is not.
  ///
  /// Nearly all numbers are plain, and are not looked at as texts.
  fileprivate func reason(
    toLeaveOut line: Span<UInt8>, _ layout: DataFormat.Layout
  ) -> LeftOutReason? {
    let item = line.extracting(layout.item)
    guard let range = layout.borrower else {
      return item.isPlainNumber ? nil : reason(toLeaveOut: String(item), nil)
    }
    let borrower = line.extracting(range)
    if item.isPlainNumber, borrower.isPlainNumber { return nil }
    return reason(toLeaveOut: String(item), String(borrower))
  }
}

extension Span<UInt8> {
  /// True for 2 to 20 letters and digits, a number that any system keeps.
  fileprivate var isPlainNumber: Bool {
    guard 2...20 ~= count else { return false }
    for index in indices {
      switch self[index] {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: continue
      default: return false
      }
    }
    return true
  }
}

extension String {
  /// Creates the text of a number of a line.
  fileprivate init(_ number: Span<UInt8>) {
    self = number.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

extension LineFacts {
  fileprivate mutating func take(
    _ item: RehearsedItem, isListed: Bool, on day: Int
  ) {
    let isThere = item.isKnown && !item.has(.gone)
    self.item = !isListed ? .untold : isThere ? .known : .unknown
    isNotForLoan = item.has(.notForLoan)
    isRequested = item.has(.requested)
    isLost = item.has(.lost)
    isClaimed = item.has(.claimed)
    state = item.state
    holder = item.holder
    isByEarlierLine = item.isByLine
    isOfSameDay =
      item.isByLine && item.day >= UInt16(truncatingIfNeeded: day)
  }

  fileprivate mutating func take(
    _ borrower: RehearsedBorrower, isListed: Bool, on day: Int
  ) {
    let isThere = borrower.isKnown && !borrower.isGone
    self.borrower = !isListed ? .untold : isThere ? .known : .unknown
    borrowerTag = borrower.tag
    isBlocked = borrower.isBlocked
    isExpired = Int(borrower.lastDay) < day
  }
}
