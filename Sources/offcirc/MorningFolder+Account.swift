import Circulation
import Languages
import Offload
import Settings
import Sheet

// The account of the outage, and what is still to do at the stations.
extension MorningFolder {
  func putAway(_ morning: Morning) throws -> [TickPage] {
    let account = try account(of: morning)
    let toDo = Document(
      toDoAfter: account, roll, words, language: language)
    let written = try write(account, toDo)
    let page = Document(
      title: words.accountTitle, language: language,
      blocks: (written + account.errors.map { words.sentence(about: $0) })
        .map { .paragraph($0) })
    return [TickPage(page, named: "")] + TickPage.parts(of: toDo)
  }

  /// Returns the account, by the reports and the ledger as they are now.
  func account(of morning: Morning) throws -> Account {
    try morning.account(
      uploads: accountedUploads(), handedOver: place.ledger.entries(),
      expecting: place.expectedDesks, at: clock.now())
  }

  /// Writes both pages, to be read and to be printed; returns what was written
  /// last.
  private func write(_ account: Account, _ toDo: Document) throws -> [String] {
    let page = Document(of: account, words, language: language)
    var written: [String] = []
    for ending in ["html", "pdf"] {
      do {
        let file = try AccountFile(argument: "\(path)/account.\(ending)")
        try file.write(page, words)
        let list = try AccountFile(argument: "\(path)/to-do.\(ending)")
        try list.write(toDo, words)
        written = [
          words.accountWritten(account, to: file.path),
          words.toDoWritten(to: list.path),
        ]
      } catch let error as DrawingError {
        // The other pages are there.
        written.append(words.sentence(error))
      }
    }
    return written
  }
}
