import Testing

@testable import Station

/// Sentences in lines of a width.
struct NoticeTests {
  @Test func linesBreakAtBlanks() {
    #expect(
      Notice.wrap("Loans: scan the card", width: 11)
        == ["Loans: scan", "the card"])
    #expect(Notice.wrap("one\ntwo", width: 11) == ["one", "two"])
    #expect(Notice.wrap("", width: 11) == [""])
  }

  @Test func aWordLongerThanALineIsCut() {
    #expect(
      Notice.wrap("in /home/desk/files now", width: 7)
        == ["in", "/home/d", "esk/fil", "es now"])
  }

  @Test func noLineBeginsWithASignThatFrenchSetsABlankBefore() {
    #expect(
      Notice.wrap("le disque est plein ; libérez", width: 19)
        == ["le disque est", "plein ; libérez"])
    #expect(Notice.wrap("Aide :", width: 20) == ["Aide :"])
    #expect(
      Notice.wrap("le disque (est-il là ?), ou", width: 20)
        == ["le disque (est-il", "là ?), ou"])
    #expect(
      Notice.wrap("le mode « Retour » dit", width: 11)
        == ["le mode", "« Retour »", "dit"])
  }

  @Test func everyWidthComesToAnEnd() {
    for width in -3...3 {
      #expect(Notice.wrap("ab c", width: width).joined().contains("a"))
    }
  }
}
