import Circulation
import Languages
import Sheet

@testable import Station

extension PrinterError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .device(Value.failure)
    case .device: .notADevice(path: Value.path)
    case .notADevice: .silent(path: Value.path)
    case .silent: .withoutCUPS
    case .withoutCUPS: .refused(queue: "desk")
    case .refused: .busy
    case .busy: .full(folder: Value.path)
    case .full: .drawing(.failed(library: "zint", reason: "4711"))
    case .drawing: .file(Value.failure)
    case .file: nil
    }
  }
}

extension Samples {
  /// What is on slips, and what is said of printing them.
  mutating func addSlips() {
    add("var slipTitle: String { get }") { [$0.slipTitle] }
    add("func cardOnSlip(_ number: String) -> String", naming: ["CARD"]) {
      [$0.cardOnSlip("CARD")]
    }
    add(
      "func heading(of operation: Operation, count: Int) -> String"
    ) { words in
      Operation.allCases.flatMap { operation in
        Value.counts.map { words.heading(of: operation, count: $0) }
      }
    }
    add("func dueOnSlip(_ day: String) -> String", naming: ["2018"]) {
      [$0.dueOnSlip("2018-05-31")]
    }
    add("var dueLater: String { get }") { [$0.dueLater] }
    add("func sessionTitle(_ day: String) -> String", naming: ["4711"]) {
      [$0.sessionTitle("4711")]
    }
    add("var cardHeading: String { get }") { [$0.cardHeading] }
    add("var nextOnSheet: String { get }") { [$0.nextOnSheet] }
    add("var sessionNeedsPages: String { get }", naming: ["--session"]) {
      [$0.sessionNeedsPages]
    }
    add("func sentence(_ error: PrinterError) -> String") { words in
      PrinterError.oneOfEach.map { words.sentence($0) }
    }
    add(
      "func slipKept(in folder: String) -> String", naming: [Value.path]
    ) { [$0.slipKept(in: Value.path)] }
    add("var nothingForSlip: String { get }") { [$0.nothingForSlip] }
    add("var noPrinter: String { get }") { [$0.noPrinter] }
    add(
      "func slipOf(_ reader: Barcode, loans: Int, returns: Int) -> String",
      naming: ["CARD", "47", "12"]
    ) { [$0.slipOf(Value.card, loans: 47, returns: 12)] }
    add(
      "func nothingOnSlip(of reader: Barcode) -> String", naming: ["CARD"]
    ) { [$0.nothingOnSlip(of: Value.card)] }
    add("func noSlips() -> String") { [$0.noSlips()] }
    add("func slipsWait(_ error: PrinterError) -> String") {
      [$0.slipsWait(.withoutCUPS)]
    }
    add(
      "func slipWritten(_ path: String) -> String", naming: [Value.path]
    ) { [$0.slipWritten(Value.path)] }
    add(
      "func slipPrinted(on printer: Printer) -> String", naming: ["cups:desk"]
    ) { [$0.slipPrinted(on: .queue(name: "desk"))] }
  }
}
