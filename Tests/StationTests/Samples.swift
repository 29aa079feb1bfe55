@testable import Languages
@testable import Station

/// What the words are asked to say in the tests: each requirement of ``Words``,
/// and of the protocols that it refines, with some values.
struct Samples {
  /// One requirement.
  struct Sample {
    /// The requirement, as the protocol has it.
    let requirement: String
    /// What each of the texts has to name.
    let values: [String]
    /// What a language says.
    let texts: (any Words) throws -> [String]
  }

  private(set) var all: [Sample] = []

  /// All of them.
  init() {
    addDesk()
    addChanges()
    addListed()
    addRooms()
    addOpenPages()
    addBursts()
    addRepairs()
    addScanner()
    addPages()
    addScreen()
    addDay()
    addFiles()
    addUpload()
    addFix()
    addRollCall()
    addAccount()
    addMorning()
    addPMB()
    addSystems()
    addDamage()
    addForeign()
    addCommands()
    addGuide()
    addManual()
    addHelp()
    addCatalogue()
    addRehearsal()
    addTextbooks()
    addFines()
    addPapers()
    addSlips()
    addYear()
    addCopies()
    addBorrowers()
    addStates()
    addHandOut()
    addCopyRoom()
    addExchange()
    addOfflineFiles()
    addReady()
    addSharing()
    addNeighbours()
    addDrill()
  }

  mutating func add(
    _ requirement: String, naming values: [String] = [],
    _ texts: @escaping (any Words) throws -> [String]
  ) {
    all.append(
      Sample(requirement: requirement, values: values, texts: texts))
  }
}
