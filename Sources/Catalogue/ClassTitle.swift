import Tables
import Textbooks

/// A title that a class or a course uses, as a list of sets has it.
package struct ClassTitle: Hashable, Sendable {
  /// The class or course, as written.
  package let group: String
  /// The title.
  package let title: String?
  /// The ISBN, as written.
  package let isbn: String?
  /// The call number.
  package let callNumber: String?

  /// Creates a title of a class.
  package init(
    group: String, title: String?, isbn: String? = nil,
    callNumber: String? = nil
  ) {
    self.group = group
    self.title = title
    self.isbn = isbn
    self.callNumber = callNumber
  }

  /// The text by which it is the same title, whatever the class; nil if it has
  /// neither title nor ISBN nor call number.
  package var key: String? {
    [title?.foldedForHeader, isbn?.foldedISBN, callNumber?.foldedForHeader]
      .compactMap(\.self).first { !$0.isEmpty }
  }

  /// The name by which people know it.
  package var name: String { title ?? isbn ?? callNumber ?? "" }

  /// The text by which the catalogue's file knows it.
  var recordKey: String { SchoolClass(group).key + "\t" + (key ?? "") }
}

extension String {
  /// The thirteen digits of an ISBN, however it is written; what is none keeps
  /// its letters and digits.
  var foldedISBN: String {
    let digits = foldedForHeader
    guard digits.utf8.count == 10, digits.dropLast().allSatisfy(\.isNumber)
    else { return digits }
    let first = "978" + digits.dropLast()
    let sum = first.utf8.enumerated().reduce(0) { sum, digit in
      sum + Int(digit.element - UInt8(ascii: "0"))
        * (digit.offset.isMultiple(of: 2) ? 1 : 3)
    }
    return first + String((10 - sum % 10) % 10)
  }

  /// The first of the ISBNs in a cell, thirteen digits; nil if there is none.
  var firstISBN: String? {
    split { $0 == ";" || $0 == "," }.map { String($0).foldedISBN }
      .first { digits in
        digits.utf8.count == 13
          && digits.utf8.allSatisfy {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          }
      }
  }
}

extension Borrower {
  /// The classes and courses, each by itself.
  package var groups: [String] {
    group?.split(separator: ",").map { String($0).trimmed } ?? []
  }
}
