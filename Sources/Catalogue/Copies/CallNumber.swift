/// A course with its code in call numbers, as the settings write it: `French =
/// 10`, or `Science = 40-1` with a suffix.
package struct CourseCode: Hashable, Sendable {
  /// The name of the course.
  package let name: String
  /// The two digits of the course.
  package let digits: String
  /// A further distinction, with its hyphen; empty if there is none.
  package let suffix: String

  /// Parses a name, an equals sign and a code; nil for anything else.
  package init?(_ text: String) {
    guard let mark = text.lastIndex(of: "=") else { return nil }
    let name = text[..<mark].trimmingBlanks
    let code = text[mark...].dropFirst().trimmingBlanks
    let digits = code.prefix { $0.isASCII && $0.isNumber }
    let suffix = code.dropFirst(digits.count)
    guard !name.isEmpty, digits.count == 2,
      suffix.isEmpty || suffix.first == "-" && suffix.count > 1,
      suffix.allSatisfy({
        $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-"
      })
    else { return nil }
    self.name = name
    self.digits = String(digits)
    self.suffix = String(suffix)
  }

  /// The code alone.
  package var code: String { digits + suffix }

  /// The course as the settings write it.
  package var text: String { "\(name) = \(code)" }
}

/// A school's way to make call numbers of textbooks: a letter, the year of the
/// course, the course, and letters of author and title, as in `M510 DUP HOR`.
package struct CallNumberScheme: Hashable, Sendable {
  /// The letter, or letters, at the beginning: PMB-Manuels needs one.
  package var letter = "M"
  /// The courses with their codes.
  package var courses: [CourseCode] = []

  /// Creates the scheme of a school that has no courses yet.
  package init() {}

  /// Proposes a call number.
  ///
  /// - Parameters:
  ///   - course: the name of a course, or its code.
  ///   - grade: the year of the course, as a digit or a name such as `5e`; the
  ///     last year before the end of school, *terminale*, is 0.
  ///   - author: the author of the title.
  ///   - title: the title.
  /// - Returns: the call number, with its parts.
  /// - Throws: ``CallNumberFlaw``.
  package func proposal(
    course: String, grade: String, author: String?, title: String
  ) throws(CallNumberFlaw) -> CallNumberProposal {
    guard !courses.isEmpty else { throw .noCourses }
    let folded = course.foldedForHeader
    guard
      let code = courses.first(where: {
        $0.name.foldedForHeader == folded || $0.code == course
      })
    else { throw .unknownCourse(course, known: courses.map(\.name)) }
    guard let year = Self.year(of: grade) else { throw .notAGrade(grade) }
    return CallNumberProposal(
      letter: letter, year: year, course: code,
      author: author.map { Self.letters(of: Self.lastName(of: $0)) } ?? "",
      title: Self.letters(of: title))
  }

  /// The number of letters of an author or a title.
  private static let letterCount = 3

  /// The endings that people write after the digit of a year.
  private static let endings: Set = [
    "", "e", "eme", "er", "ere", "re", "d", "de", "nd", "nde", "rd", "st",
    "th",
  ]

  /// Returns the digit of a year: that before an ending such as `e`, `re` or
  /// `th`.
  private static func year(of grade: String) -> Int? {
    let text = grade.foldedForHeader
    if ["t", "tle", "term", "terminale"].contains(text) { return 0 }
    let digits = text.prefix(while: \.isNumber)
    guard digits.count == 1, let year = Int(digits),
      endings.contains(String(text.dropFirst()))
    else { return nil }
    return year
  }

  /// Returns the name by which an author is filed: what is before a comma, a
  /// word in capitals, or the last word that is not an initial.
  private static func lastName(of author: String) -> String {
    let first = author.split(whereSeparator: { ";/&".contains($0) }).first
    let parts = (first ?? "").split(separator: ",")
    let words = (parts.first ?? "").split(whereSeparator: \.isWhitespace)
    guard parts.count == 1 else { return words.joined() }
    let isCapital = { (word: Substring) in
      word.count { $0.isLetter } > 1 && word == word.uppercased()
    }
    let name =
      words.first(where: isCapital)
      ?? words.last { $0.count { $0.isLetter } > 1 && $0.last != "." }
    return name.map(String.init) ?? words.joined()
  }

  private static func letters(of text: String) -> String {
    String(text.foldedForHeader.filter(\.isLetter).prefix(letterCount))
      .uppercased()
  }
}

/// A call number that was made of course, year, author and title.
package struct CallNumberProposal: Hashable, Sendable {
  /// The letter at the beginning.
  package let letter: String
  /// The digit of the year; 0 for *terminale*.
  package let year: Int
  /// The course.
  package let course: CourseCode
  /// The letters of the author; empty if there is none.
  package let author: String
  /// The letters of the title.
  package let title: String

  /// The call number.
  package var text: String {
    ["\(letter)\(year)\(course.code)", author, title].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

/// A reason for which no call number can be proposed.
package enum CallNumberFlaw: Error, Hashable, Sendable {
  /// The settings have no courses.
  case noCourses
  /// A course is not in the settings, which have these.
  case unknownCourse(String, known: [String])
  /// A year of a course can't be understood.
  case notAGrade(String)
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
