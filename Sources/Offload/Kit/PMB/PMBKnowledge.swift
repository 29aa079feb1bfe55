import Catalogue
import Circulation

/// The lists of a catalogue, as far as they tell which readers and copies PMB
/// knows.
struct PMBKnowledge {
  private let catalogue: Catalogue
  /// True if there is a list of readers.
  let hasReaders: Bool
  /// True if there is a complete list of copies.
  let hasAllItems: Bool

  /// Reads the kinds of lists.
  ///
  /// - Throws: ``CatalogueError``.
  init(_ catalogue: Catalogue) throws(CatalogueError) {
    self.catalogue = catalogue
    let basis = ListBasis(try catalogue.lists())
    hasReaders = basis.borrowers != nil
    hasAllItems = basis.items?.isComplete == true
  }

  /// Returns true if a list of readers is there and does not have a number, or
  /// not any more.
  func lacksReader(_ number: String) throws(CatalogueError) -> Bool {
    guard hasReaders else { return false }
    return try catalogue.traits(ofBorrower: catalogue.digest(of: number))?
      .isGone ?? true
  }

  /// Returns true if the complete list of copies does not have a number.
  func lacksItem(_ number: String) throws(CatalogueError) -> Bool {
    guard hasAllItems else { return false }
    return try catalogue.traits(ofItem: number)?.marks.contains(.gone) ?? true
  }

  /// Returns what PMB knows of the readers and copies of movements.
  ///
  /// - Throws: ``CatalogueError``.
  static func base(
    of movements: [SecouruMovement], _ knowledge: PMBKnowledge?
  ) throws(CatalogueError) -> SecouruBase {
    let readers = Set(movements.compactMap(\.reader)).sorted()
    var copies: [(String, SecouruBase.Copy)] = []
    var digests: [NumberDigest: String] = [:]
    if let catalogue = knowledge?.catalogue {
      for reader in readers { digests[catalogue.digest(of: reader)] = reader }
    }
    for item in Set(movements.map(\.item)) {
      let traits = try knowledge?.catalogue.traits(ofItem: item)
      copies.append((item, SecouruBase.Copy(traits, digests)))
    }
    return SecouruBase(readers: readers, copies: copies)
  }
}

extension PMBKnowledge {
  /// Returns what PMB knows of the numbers in a file that somebody made: where
  /// there is no list, any number may be one.
  ///
  /// - Throws: ``CatalogueError``.
  func base(of numbers: Set<String>) throws(CatalogueError) -> SecouruBase {
    var readers: [String] = []
    var digests: [NumberDigest: String] = [:]
    var copies: [(String, SecouruBase.Copy)] = []
    for number in numbers {
      // PMB looks numbers up without regard to case.
      for spelling in Set([number, number.uppercased(), number.lowercased()]) {
        guard try !lacksReader(spelling) else { continue }
        readers.append(number)
        digests[catalogue.digest(of: spelling)] = number
      }
    }
    for number in numbers {
      for spelling in [number, number.uppercased(), number.lowercased()] {
        guard try !lacksItem(spelling) else { continue }
        let traits = try catalogue.traits(ofItem: spelling)
        copies.append((number, SecouruBase.Copy(traits, digests)))
        break
      }
    }
    return SecouruBase(readers: readers, copies: copies)
  }
}

extension SecouruBase.Copy {
  fileprivate init(_ traits: ItemTraits?, _ readers: [NumberDigest: String]) {
    self.init()
    guard let marks = traits?.marks else { return }
    isRequested = marks.contains(.requested)
    if marks.contains(.onLoan) {
      let reader = traits?.holder.map { readers[$0] } ?? nil
      holder = reader.map(SecouruBase.Holder.reader(numbered:)) ?? .somebody
    } else if marks.contains(.notOnLoan) {
      holder = .nobody
    }
  }
}

extension LeftOutLine.Reason {
  /// Creates the reason to leave a transaction out; nil if there is none.
  ///
  /// - Throws: ``CatalogueError``.
  init?(
    of transaction: Transaction, _ knowledge: PMBKnowledge?
  ) throws(CatalogueError) {
    if let reader = transaction.borrower?.text {
      if !reader.isNumberForPMB {
        self = .reader
        return
      }
      if try knowledge?.lacksReader(reader) == true {
        self = .readerUnknown
        return
      }
    }
    let item = transaction.item.text
    if !item.isNumberForPMB {
      self = .item
    } else if try knowledge?.lacksItem(item) == true {
      self = .itemUnknown
    } else {
      return nil
    }
  }
}
