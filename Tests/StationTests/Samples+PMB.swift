import Circulation
import Exchange

@testable import Offload

extension PMBKit.Step: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .loans(name: "ITEM", loans: 4_711, returns: 1)
    case .loans(_, 4_711, _): .loans(name: "ITEM", loans: 1, returns: 4_711)
    case .loans: .basket(name: "ITEM", status: 3, count: 1)
    case .basket(_, _, 1): .basket(name: "ITEM", status: 3, count: 4_711)
    case .basket: .procedures(names: ["ITEM"])
    case .procedures(["ITEM"]): .procedures(names: ["ITEM", "CARD"])
    case .procedures: .script(name: "ITEM")
    case .script: nil
    }
  }
}

extension PMBKit.Notice: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let items = ["ITEM", "CARD"]
    return switch sample {
    case nil: .readersUnchecked
    case .readersUnchecked: .itemsUnchecked
    case .itemsUnchecked: .leftOut(count: 4_711)
    case .leftOut(4_711): .leftOut(count: 1)
    case .leftOut: .lost(items)
    case .lost: .unfit(items)
    case .unfit: .undecided(items)
    case .undecided: .earlier(items)
    case .earlier: .lentAgain(items)
    case .lentAgain: nil
    }
  }
}

extension Samples {
  /// What is said of a kit for PMB, and of lists of copies by state.
  mutating func addPMB() {
    add("var pmbTitle: String { get }") { [$0.pmbTitle] }
    add("func pmbPurpose(_ kit: Kit) -> String", naming: ["/files/x"]) {
      [$0.pmbPurpose(Value.kit)]
    }
    add("var stepsBeforePMB: [String] { get }") {
      [$0.stepsBeforePMB.joined(separator: "\n")]
    }
    add("func heading(of part: PMBKit.Part) -> String") { words in
      PMBKit.Part.allCases.map { words.heading(of: $0) }
    }
    add("func advice(on part: PMBKit.Part) -> [String]") { words in
      PMBKit.Part.allCases.map {
        words.advice(on: $0).joined(separator: "\n")
      }
    }
    add("func sentence(_ step: PMBKit.Step) -> String", naming: ["ITEM"]) {
      words in
      PMBKit.Step.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ notice: PMBKit.Notice) -> String") { words in
      PMBKit.Notice.oneOfEach.map { words.sentence($0) }
    }
    add("func advice(on reason: LeftOutLine.Reason) -> String") { words in
      LeftOutLine.Reason.allCases.map { words.advice(on: $0) }
    }
    add("var stepsAfterPMB: [String] { get }") {
      [$0.stepsAfterPMB.joined(separator: "\n")]
    }
    add("func made(_ kit: PMBKit) -> [String]") { words in
      try [["ITEM"], ["ITEM", "0"]].map { items in
        let lines = try items.enumerated().map { place, item in
          (
            number: place + 1,
            transaction: Transaction.return(
              of: try Barcode(item), at: Value.time)
          )
        }
        let kit = try PMBKit(
          of: lines, for: KitTarget(.pmb), nil, words, on: Value.time)
        return words.made(kit).joined(separator: "\n")
      }
    }
    add(
      """
      func procedureName(of part: PMBKit.Part, on day: LocalTime) -> \
      String
      """
    ) { words in
      PMBKit.Part.allCases.map {
        words.procedureName(of: $0, on: Value.time)
      }
    }
    add("func procedureComment(on part: PMBKit.Part) -> String") { words in
      PMBKit.Part.allCases.map { words.procedureComment(on: $0) }
    }
    add(
      """
      func stepForState(_ status: Int, count: Int, in file: String, \
      for system: KitTarget.System) -> String
      """, naming: ["ITEM"]
    ) { words in
      KitTarget.System.allCases.flatMap { system in
        [1, 4_711].map {
          words.stepForState(3, count: $0, in: "ITEM", for: system)
        }
      }
    }
  }
}
