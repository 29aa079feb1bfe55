import Testing

@testable import Catalogue

/// The table of PMB-Manuels: the year, the course, its levels.
struct CallNumberTests {
  private func scheme() throws -> CallNumberScheme {
    var scheme = CallNumberScheme()
    scheme.courses = try [
      "Français = 10", "Sciences=40", "Sciences, section = 40-1",
      "Anglais 2 = 50-2",
    ].map { try #require(CourseCode($0)) }
    return scheme
  }

  @Test(arguments: [
    ("Français", "5e", "M510"), ("français", "Terminale", "M010"),
    ("FRANCAIS", "1re", "M110"), ("Sciences", "0", "M040"),
    ("Sciences, section", "1", "M140-1"), ("50-2", "1ère", "M150-2"),
  ])
  func aCodeIsThatOfTheDocument(
    course: String, grade: String, code: String
  ) throws {
    let proposal = try scheme().proposal(
      course: course, grade: grade, author: nil, title: "Horizons")
    #expect(proposal.text == code + " HOR")
  }

  @Test(arguments: [
    ("Dupont", "DUP"), ("Jean Dupont", "DUP"), ("DEMAILLY J.", "DEM"),
    ("Dupont, Jean-Marc", "DUP"), ("Éluard, P. ; Aragon, L.", "ELU"),
    ("J. Œhler", "OEH"), ("Li", "LI"),
  ])
  func theAuthorIsFiledByTheLastName(author: String, letters: String) throws {
    let proposal = try scheme().proposal(
      course: "Français", grade: "3", author: author,
      title: "Équations différentielles")
    #expect(proposal.text == "M310 \(letters) EQU")
  }

  @Test func whatIsNotInTheTableIsRefusedWithWhatIs() throws {
    #expect(throws: CallNumberFlaw.noCourses) {
      try CallNumberScheme().proposal(
        course: "x", grade: "5", author: nil, title: "x")
    }
    let known = try scheme().courses.map(\.name)
    #expect(throws: CallNumberFlaw.unknownCourse("Latin", known: known)) {
      try scheme().proposal(
        course: "Latin", grade: "5", author: nil, title: "x")
    }
    for grade in ["10", "", "5 ans et plus", "x"] {
      #expect(throws: CallNumberFlaw.notAGrade(grade)) {
        try scheme().proposal(
          course: "Français", grade: grade, author: nil, title: "x")
      }
    }
    for text in ["French", "= 10", "French = 1", "French = 100", "a = 10/1"] {
      #expect(CourseCode(text) == nil, "\(text)")
    }
  }
}
