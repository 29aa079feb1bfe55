import Circulation

/// The command file of Follett Destiny, a token a line.
///
/// ```
/// %C123H
/// 154786
/// 55478323
/// %C127L
/// 55478324
/// ```
///
/// A code, then the borrower of a loan, then items. Destiny takes a second
/// number after a code for an item: the code stands before each borrower.
/// There is no time: each file counts as of the day that is entered with it.
enum DestinyFormat {
  /// The code before a row.
  enum Code: String, CaseIterable {
    case loan = "%C123H"
    case `return` = "%C127L"
    case textbookLoan = "%C125J"
    case teacherLoan = "%C124I"
    case textbookReturn = "%C126K"

    var isLoan: Bool { self != .return && self != .textbookReturn }

    /// Creates the code of a row; nil if it is neither a loan nor a return.
    init?(_ entry: Entry) {
      switch (entry.act, entry.material) {
      case (.loan, .library), (.renewal, .library): self = .loan
      case (.loan, .textbook), (.renewal, .textbook): self = .textbookLoan
      case (.loan, .teacherTextbook), (.renewal, .teacherTextbook):
        self = .teacherLoan
      case (.return, .library): self = .return
      case (.return, _): self = .textbookReturn
      default: return nil
      }
    }

    var material: Entry.Material {
      switch self {
      case .loan, .return: .library
      case .textbookLoan, .textbookReturn: .textbook
      case .teacherLoan: .teacherTextbook
      }
    }
  }

  /// The codes for resources, whose meaning no public page tells in full.
  static let codesOfResources: Set = ["%C121Q", "%C122R", "%C120P"]

  /// Destiny reads a number as one token, and not as a code.
  static let limits = FormatLimits(
    isASCII: false,
    flaw: { number in
      number.hasPrefix("%") || number.contains(where: \.isWhitespace)
        ? .separator : nil
    })
}

/// The text of a Destiny file, row after row.
struct DestinyText {
  private(set) var bytes: [UInt8] = []
  private(set) var digest = RowDigest()
  private var block: (code: DestinyFormat.Code, borrower: String?)?

  mutating func append(_ entry: Entry) {
    guard let code = DestinyFormat.Code(entry), let item = entry.item else {
      return
    }
    if block?.code != code || block?.borrower != entry.borrower {
      append(code.rawValue)
      if let borrower = entry.borrower { append(borrower) }
      block = (code, entry.borrower)
    }
    append(item)
    digest.add(entry, in: .destiny)
  }

  private mutating func append(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    // Its scanners' programs run on Windows.
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
  }
}

/// A reader of Destiny files.
struct DestinyReader: EntryReader {
  private enum Place {
    /// No code yet, or an unknown one.
    case outside
    /// The items of a code for resources, which are told with it.
    case resources
    /// After a code of loans, before the borrower; the line of the code.
    case beforeBorrower(DestinyFormat.Code, line: Int)
    /// After a borrower; the line of it while there is no item.
    case loans(DestinyFormat.Code, borrower: String, emptySince: Int?)
    case returns(DestinyFormat.Code)
  }

  private var place = Place.outside

  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    guard !line.isBlank else { return }
    let text = line.text(0..<line.count, &notes)
    let tokens = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    if line[0] == .space || line[line.count - 1] == .space {
      notes.add(.outerBlanks(line: number))
    }
    // A line of several tokens is safe only if it begins with a code.
    guard tokens.count == 1 || tokens[0].hasPrefix("%") else {
      return tell(number, .fault(.innerBlank))
    }
    for token in tokens { take(token, number, tell) }
  }

  private mutating func take(
    _ token: String, _ number: Int, _ tell: (Int, Reading) -> Void
  ) {
    if token.hasPrefix("%") { return take(code: token, number, tell) }
    do throws(LineFault) {
      let value = try token.asNumber()
      switch place {
      case .outside: throw .beforeCode
      case .resources: throw .resources
      case .beforeBorrower(let code, _):
        place = .loans(code, borrower: value, emptySince: number)
      case .loans(let code, let borrower, _):
        place = .loans(code, borrower: borrower, emptySince: nil)
        tell(
          number,
          .entry(
            Entry(
              .loan(item: value, borrower: borrower), material: code.material))
        )
      case .returns(let code):
        tell(
          number, .entry(Entry(.return(item: value), material: code.material)))
      }
    } catch {
      tell(number, .fault(error))
      // The items after a borrower who can't be read belong to nobody.
      if case .beforeBorrower = place { place = .outside }
    }
  }

  private mutating func take(
    code token: String, _ number: Int, _ tell: (Int, Reading) -> Void
  ) {
    end(tell)
    if let code = DestinyFormat.Code(rawValue: token) {
      place =
        code.isLoan ? .beforeBorrower(code, line: number) : .returns(code)
    } else {
      let isOfResources = DestinyFormat.codesOfResources.contains(token)
      place = isOfResources ? .resources : .outside
      if !isOfResources { tell(number, .fault(.code(token))) }
    }
  }

  mutating func end(_ tell: (Int, Reading) -> Void) {
    switch place {
    case .beforeBorrower(_, let line):
      tell(line, .fault(.blockWithoutBorrower))
    case .loans(_, _, let line?): tell(line, .fault(.borrowerWithoutItems))
    default: break
    }
    place = .outside
  }
}
