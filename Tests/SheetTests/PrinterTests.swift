import Circulation
import Foundation
import Support
import Testing

@testable import Sheet

/// The printer beside a desk, here a pipe, and the folder of what waits for it.
struct PrinterTests {
  private let folder = TestFolder()
  private let time = PaperSamples.september

  private var device: String { folder.path + "/lp0" }
  private var slips: SlipFolder {
    SlipFolder(of: StationFolder(path: folder.path))
  }

  private func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: slips.path)) ?? [])
      .sorted()
  }

  /// Plugs a printer in: a pipe that somebody reads from.
  private func plug() -> FileHandle {
    mkfifo(device, 0o600)
    return FileHandle(
      fileDescriptor: open(device, O_RDONLY | O_NONBLOCK),
      closeOnDealloc: true)
  }

  @Test func aPrinterIsADeviceOrANameOfCUPS() {
    #expect(Printer("/dev/usb/lp0") == .device(path: "/dev/usb/lp0"))
    #expect(Printer("cups:Desk_1") == .queue(name: "Desk_1"))
    for text in ["", "lp0", "cups:", "cups:-o", "cups:a b", "cups:a/b"] {
      #expect(Printer(text) == nil, "\(text)")
    }
    for text in ["/dev/usb/lp0", "cups:Desk_1"] {
      #expect(Printer(text)?.text == text)
    }
  }

  @Test func whatIsKeptIsPrintedInOrderAndThenGone() throws {
    let printer = plug()
    try slips.keep([1, 2], at: time, number: 1)
    try slips.keep([3], at: time.later(by: 61), number: 2)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: slips.path + "/" + names()[0])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try slips.print(on: .device(path: device)) == 2)
    #expect(printer.availableData == Data([1, 2, 3]))
    #expect(names().isEmpty && !slips.hasSlips)
  }

  @Test func aPrinterThatIsOutKeepsTheSlipForTheNextTime() throws {
    let there = Printer.device(path: device)
    try slips.keep([1], at: time, number: 1)
    // Pulled out, then plugged in but switched off.
    for code in [ENOENT, ENXIO] {
      let failure = FileError(operation: .open, path: device, code: code)
      #expect(throws: PrinterError.device(failure)) {
        try slips.print(on: there)
      }
      mkfifo(device, 0o600)
    }
    let printer = plug()
    try slips.keep([2], at: time, number: 2)
    #expect(try slips.print(on: there) == 2)
    #expect(printer.availableData == Data([1, 2]))
  }

  @Test func aFileInThePlaceOfAPrinterIsLeftAlone() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: device))
    try slips.keep([1], at: time, number: 1)
    #expect(throws: PrinterError.notADevice(path: device)) {
      try slips.print(on: .device(path: device))
    }
    #expect(FileManager.default.contents(atPath: device) == Data("mine".utf8))
    #expect(names().count == 1)
  }

  @Test func theSlipsOfYesterdayAreRemovedAndNotPrinted() throws {
    try slips.keep([1], at: time, number: 1)
    try slips.keep([2], at: time.later(by: 86_400), number: 2)
    #expect(names() == ["2026-09-02T09.00.00-2.bin"])
  }

  @Test func noMoreThanSomeSlipsWait() throws {
    for number in 0..<SlipFolder.limit {
      try slips.keep([1], at: time, number: number)
    }
    #expect(throws: PrinterError.full(folder: slips.path)) {
      try slips.keep([1], at: time, number: 999)
    }
    #expect(names().count == SlipFolder.limit)
  }

  @Test func aFolderThatIsBeingPrintedIsLeftToTheOther() throws {
    try slips.keep([1], at: time, number: 1)
    let hold = try PosixFileSystem().hold(folder: slips.path)
    #expect(hold != nil)
    #expect(throws: PrinterError.busy) {
      try slips.print(on: .device(path: device))
    }
    withExtendedLifetime(hold) {}
  }
}
