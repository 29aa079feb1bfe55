import Circulation
import Support
import Testing

/// A page over the desk asks for a scan only as long as it says so, in both
/// languages.
@Suite(.serialized, .ownThread)
struct PageTests {
  @Test(arguments: [
    ("en", "Next borrower: scan the card."),
    ("fr", "Emprunteur suivant"),
  ])
  func clearLeavesWhatAsksAndTheNextCardIsTheNextBorrowers(
    _ language: String, _ cleared: String
  ) throws {
    for keys in [["F5"], ["F6"], ["F7", "F7"]] {
      let screen = try Screen(environment: ["OFFCIRC_LANGUAGE": language])
      try screen.waitFor("Offline Circulation")
      try screen.scan("9921000000164", "37000034179", "37000034180")
      try screen.waitFor("37000034180")
      for key in keys + ["F4"] { try screen.press(key) }
      try screen.waitFor(cleared)
      try screen.scan("9921000000172", "37000034182")
      try screen.wait("the next borrower's loan alone") {
        try screen.folder.unsaved().map {
          "\($0.item.text),\($0.borrower?.text ?? "")"
        } == [
          "37000034179,9921000000164", "37000034180,9921000000164",
          "37000034182,9921000000172",
        ]
      }
    }
  }

  @Test(arguments: [("en", "After the outage"), ("fr", "Après la panne")])
  func theKeysOfTheDeskWorkOnHelp(
    _ language: String, _ afterOutage: String
  ) throws {
    let screen = try Screen(environment: ["OFFCIRC_LANGUAGE": language])
    try screen.waitFor("Offline Circulation")
    try screen.scan("9921000000164", "37000034179")
    try screen.waitFor("37000034179")
    try screen.press("F1", "F9")
    try screen.waitFor(" – \(afterOutage)")
    try screen.press("F2", "F10")
    try screen.waitForEnd()
    #expect(try screen.folder.savedLines().count == 1)
  }
}
