import Circulation
import Scanning
import SharedLibraries
import Sheet

@testable import Offload

extension FileIssue: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let place = Value.place
    return switch sample {
    case nil: .empty
    case .empty: .foreign(.koha)
    case .foreign(.koha): .foreign(.workbook)
    case .foreign: .binary
    case .binary: .utf16
    case .utf16: .byteOrderMark
    case .byteOrderMark: .zeroBytes
    case .zeroBytes: .returnsForLineEnds
    case .returnsForLineEnds: .endOfText
    case .endOfText: .formFeed
    case .formFeed: .frame
    case .frame: .changed(.tabs)
    case .changed: .malformed(.time)
    case .malformed: .misaligned(column: 93)
    case .misaligned: .duplicate(of: place)
    case .duplicate: .renewal(of: place)
    case .renewal: .loanAfterLoan(place, borrower: "CARD")
    case .loanAfterLoan: .returnWithoutLoan
    case .returnWithoutLoan: .returnAfterReturn(place)
    case .returnAfterReturn: .backwards(after: place)
    case .backwards: .future
    case .future: .beforeOutage
    case .beforeOutage: .wrongClock
    case .wrongClock: .gap(after: place, days: 31)
    case .gap: .doubtful("ITEM", .item, .pattern)
    case .doubtful: .full("ITEM", .item)
    case .full: .short("ITEM", .item, usual: 11)
    case .short: .unwise("ITEM", .borrower, .slash)
    case .unwise: .swapped
    case .swapped: .ofBothKinds("ITEM", .item, other: place)
    case .ofBothKinds: Value.title.map { .title("ITEM", .item, $0) }
    case .title: .spelling("ITEM", .item, .capitals, other: place)
    case .spelling: .twoNumbers("ITEM", .item, "CARD", "4711", other: nil)
    case .twoNumbers: .looksLikeOther("ITEM", .item)
    case .looksLikeOther(_, .item): .looksLikeOther("CARD", .borrower)
    case .looksLikeOther: nil
    }
  }
}

extension LedgerError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    return switch sample {
    case nil: .held(path: path)
    case .held: .newer(path: path, version: 4_711)
    case .newer: .notALedger(path: path)
    case .notALedger: .tooLarge(path: path, maximum: 4_711_000_000)
    case .tooLarge: .heldElsewhere
    case .heldElsewhere: .notAdmitted
    case .notAdmitted: .undecided
    case .undecided: .onlyInCommon(Value.failure)
    case .onlyInCommon: nil
    }
  }
}

extension KitError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let file = Value.file
    return switch sample {
    case nil: .inTheWay(path: Value.path)
    case .inTheWay: .unfinished(file, folder: Value.path)
    case .unfinished: .nothingToHandOver
    case .nothingToHandOver: .unreadable(file, nil)
    case .unreadable(_, nil): .unreadable(file, .koha)
    case .unreadable: .sharedLines(Value.shared, isOneDesk: true)
    case .sharedLines(_, isOneDesk: true):
      .sharedLines(Value.shared, isOneDesk: false)
    case .sharedLines: .similarDesks("Desk", "desk")
    case .similarDesks: .repeatedLines(file, count: 4_711)
    case .repeatedLines: .sameFile(file, Value.otherStationFile)
    case .sameFile: nil
    }
  }
}

extension ArchiveError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    return switch sample {
    case nil: .nothingThere(path: path)
    case .nothingThere: .unsaved(count: 4_711)
    case .unsaved: .notHandedOver(count: 4_711, firstLine: 2, path: path)
    case .notHandedOver: .handedOverElsewhere(path: path)
    case .handedOverElsewhere: .notTheKit(path: path)
    case .notTheKit: .changed(path: path)
    case .changed: .noBox(name: nil)
    case .noBox(nil): .noBox(name: "ITEM")
    case .noBox: .notWhole(name: "ITEM")
    case .notWhole: .damaged(name: "ITEM", files: ["CARD"])
    case .damaged: .borrowersErased(name: "ITEM")
    case .borrowersErased: .inTheWay(path: path)
    case .inTheWay: .kit(KitCheck(folder: path, state: .missing))
    case .kit:
      .unknown(count: 4_711, path: path, .damage([.line(2)]), ledger: path)
    case .unknown: .clock(.beforeRelease(Value.later), now: Value.time)
    case .clock: .unfinished(box: path, Value.failure)
    case .unfinished: .damagedJournal(path: path)
    case .damagedJournal: nil
    }
  }
}

extension DrawingError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .missing(MissingLibrary(debianPackage: "lib4711"))
    case .missing: .failed(library: "zint", reason: "4711")
    case .failed: nil
    }
  }
}

extension ReportError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .pdf
    case .pdf: .picture
    case .picture: .oldOffice
    case .oldOffice: .openDocument
    case .openDocument: .damaged
    case .damaged: .missing(MissingLibrary(debianPackage: "lib4711"))
    case .missing: .tooLarge(maximum: 4_711_000_000)
    case .tooLarge: .noMessage
    case .noMessage: .unread(count: 4_711)
    case .unread: .tooMany(.rows, maximum: 4_711)
    case .tooMany: nil
    }
  }
}

extension Worklist.Warning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .incomplete(present: 2, counted: 4_711)
    case .incomplete: .otherCount(processed: 4_711, inFile: 2)
    case .otherCount: .cut(count: 4_711, length: 2_000)
    case .cut: .unread(count: 4_711, first: "New one. Barcode: 1")
    case .unread: .waiting(count: 4_711)
    case .waiting: .noEnd
    case .noEnd: nil
    }
  }
}

extension Retry.OmissionReason: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .nothingNear
    case .nothingNear: .several
    case .several: .uncertain
    case .uncertain: .recorded(line: 2)
    case .recorded: .contradicted(line: 2)
    case .contradicted: .reported
    case .reported: .unclear
    case .unclear: nil
    }
  }
}
