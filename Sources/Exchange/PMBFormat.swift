import Circulation

/// The file for PMB's page « prêt / retour secouru ».
///
/// ```
/// PRET SECOURU
/// E0412
/// 3105412
/// RETOUR SECOURU
/// 3104877
/// ```
///
/// The reader stands right below the head of a block of loans, which is never
/// empty: PMB would lend the items of the next block to the reader before.
package enum PMBFormat {
  /// The line before a reader and the items that are lent.
  package static let loanHead = "PRET SECOURU"
  /// The line before the items that are returned.
  package static let returnHead = "RETOUR SECOURU"

  /// The limits of what PMB reads as it is written.
  ///
  /// It lends the items of a reader whom it does not find to the reader before,
  /// skips a line `0`, and takes a head for the beginning of a block. It takes
  /// 9 ms for a line, PHP often ends after 30 s, and what was done until then
  /// stays done.
  static let limits = FormatLimits(
    lineCount: 300,
    flaw: { $0 == "0" || PMBFormat.isNearHead($0) ? .reserved : nil })

  /// Returns true for a head, however it is written.
  static func isNearHead(_ text: String) -> Bool {
    let words = text.uppercased().split(whereSeparator: \.isWhitespace)
    return words.count == 2 && words[1] == "SECOURU"
      && ["PRET", "PRÊT", "RETOUR"].contains(words[0])
  }
}

/// A reader of PMB's files.
struct PMBReader: EntryReader {
  private enum Place {
    case outside
    /// After a head of loans, before the reader; the line of the head.
    case beforeReader(line: Int)
    /// After a reader; the line of it while there is no item.
    case loans(reader: String, emptySince: Int?)
    case returns
  }

  private var place = Place.outside

  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    if line.isBlank {
      // PMB refuses a file that begins with an empty line.
      if number == 1 { tell(1, .fault(.empty)) }
      return
    }
    do throws(LineFault) {
      let text = try line.text(0..<line.count, &notes).asNumber()
      switch text {
      case PMBFormat.loanHead:
        end(tell)
        place = .beforeReader(line: number)
      case PMBFormat.returnHead:
        end(tell)
        place = .returns
      case "0":
        throw .zero
      default:
        guard !PMBFormat.isNearHead(text) else {
          end(tell)
          throw .nearHead
        }
        try take(text, number, tell)
      }
    } catch {
      tell(number, .fault(error))
      if case .beforeReader = place { place = .outside }
    }
  }

  private mutating func take(
    _ text: String, _ number: Int, _ tell: (Int, Reading) -> Void
  ) throws(LineFault) {
    switch place {
    case .outside: throw .beforeCode
    case .beforeReader: place = .loans(reader: text, emptySince: number)
    case .loans(let reader, _):
      place = .loans(reader: reader, emptySince: nil)
      tell(number, .entry(Entry(.loan(item: text, borrower: reader))))
    case .returns: tell(number, .entry(Entry(.return(item: text))))
    }
  }

  mutating func end(_ tell: (Int, Reading) -> Void) {
    switch place {
    case .beforeReader(let line): tell(line, .fault(.blockWithoutBorrower))
    case .loans(_, let line?): tell(line, .fault(.borrowerWithoutItems))
    default: break
    }
    place = .outside
  }
}
