import Testing
import Typesetting

@testable import Station

/// Sentences in lines of a width.
struct NoticeTests {
  @Test func linesBreakAtBlanks() {
    #expect(
      "Loans: scan the card".wrapped(to: 11)
        == ["Loans: scan", "the card"])
    #expect("one\ntwo".wrapped(to: 11) == ["one", "two"])
    #expect("".wrapped(to: 11) == [""])
  }

  @Test func aWordLongerThanALineIsCut() {
    #expect(
      "in /home/desk/files now".wrapped(to: 7)
        == ["in", "/home/d", "esk/fil", "es now"])
  }

  @Test func noLineBeginsWithASignThatFrenchSetsABlankBefore() {
    #expect(
      "le disque est plein ; libérez".wrapped(to: 19)
        == ["le disque est", "plein ; libérez"])
    #expect("Aide :".wrapped(to: 20) == ["Aide :"])
    #expect(
      "le disque (est-il là ?), ou".wrapped(to: 20)
        == ["le disque (est-il", "là ?), ou"])
    #expect(
      "le mode « Retour » dit".wrapped(to: 11)
        == ["le mode", "« Retour »", "dit"])
  }

  @Test func everyWidthComesToAnEnd() {
    for width in -3...3 {
      #expect("ab c".wrapped(to: width).joined().contains("a"))
    }
  }
}
