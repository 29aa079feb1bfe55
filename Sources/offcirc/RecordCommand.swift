import ArgumentParser
import Circulation
import Languages
import Settings
import Station
import Textbooks

/// A desk without a window: one transaction or state, and one reply, per line.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.record)

  @OptionGroup var options: DeskOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var copy: CopyOptions

  /// The sources of the settings.
  var sources: SettingsSources { options.sources([.copyTo: copy.copyTo]) }

  func run() throws { try Self.record(by: sources, clock) }

  /// Records standard input: refused patterns do not stop it.
  static func record(
    by sources: SettingsSources, _ clock: ClockOptions? = nil
  ) throws {
    let place = CommandContext(try sources.readOrReport(forDesk: true))
    let desk = try place.openDesk(clock)
    var recorder = Recorder(desk: desk, at: place)
    let result = Result { try recorder.readAll() }
    let closing = Result { try desk.close() }
    recorder.tellNews()
    if case .failure(let error) = closing { throw place.failure(error) }
    if case .failure(let error) = result { throw place.failure(error) }
    if recorder.hasFailed { throw ExitCode.inputOutputError }
    if recorder.hasRefused || !recorder.report.isSound {
      throw ExitCode.someRefused
    }
  }
}

/// Records lines from standard input, with one sync for each chunk read.
private struct Recorder {
  let desk: Desk
  let words: any Words
  private let scale: StatusScale
  private(set) var hasRefused = false
  private(set) var hasFailed = false
  private(set) var report: DeskReport

  private enum Answer {
    case waits
    case refused(String)
  }

  /// The warning about the copy reported last.
  private var copyWarning: CopyWarning?
  private var answers: [(line: Int, Answer)] = []
  private var lineNumber = 0
  // The maximum length of a line: longer ones are not transactions, and need
  // not be kept to be refused.
  private static let maximumLineLength = 1_000

  init(desk: Desk, at place: CommandContext) {
    self.desk = desk
    words = place.words
    scale = place.settings.textbooks.scale
    report = DeskReport(of: desk, at: place)
  }

  mutating func readAll() throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var rest: [UInt8] = []
    while true {
      let count = try StandardInput.read(into: &chunk)
      if count == 0 { break }
      for byte in chunk[..<count] {
        if byte == UInt8(ascii: "\n") {
          take(rest)
          rest.removeAll(keepingCapacity: true)
        } else if rest.count <= Self.maximumLineLength {
          rest.append(byte)
        }
      }
      try answer()
      tellNews()
    }
    if !rest.isEmpty { take(rest) }
    try answer()
  }

  private mutating func take(_ line: [UInt8]) {
    lineNumber += 1
    var text = String(decoding: line, as: UTF8.self)
    if text.hasSuffix("\r") { text.removeLast() }
    // Concatenated files have byte-order marks inside.
    if text.unicodeScalars.first == "\u{feff}" {
      text.unicodeScalars.removeFirst()
      printError(words.byteOrderMarkOfInput(line: lineNumber))
    }
    if text.allSatisfy({ $0 == " " || $0 == "\t" }) { return }
    answers.append((lineNumber, record(text)))
  }

  private func record(_ line: String) -> Answer {
    let separator: Character = line.contains("\t") ? "\t" : " "
    let fields = line.split(separator: separator).map(String.init)
    do {
      switch (fields[0], fields.count) {
      case (Operation.loan.rawValue, 3):
        let item = try Barcode(fields[1])
        desk.switch(to: .loan)
        desk.identify(try Barcode(fields[2]))
        try desk.record(item)
      case (Operation.return.rawValue, 2):
        let item = try Barcode(fields[1])
        desk.switch(to: .return)
        try desk.record(item)
      case (Operation.return.rawValue, 4) where fields[2] == "by":
        let item = try Barcode(fields[1])
        let bringer = try Barcode(fields[3])
        desk.switch(to: .return)
        try desk.record(item, broughtBy: bringer)
      case ("state", 3):
        let item = try Barcode(fields[1])
        try desk.note(status: status(fields[2]), of: item)
      case ("state", 4) where fields[3] == "-":
        let item = try Barcode(fields[1])
        try desk.noteStock(of: item, status: status(fields[2]))
      default:
        return .refused(words.unknownTransaction(line))
      }
    } catch let unknown as UnknownState {
      return .refused(words.noSuchState(unknown.status, on: scale))
    } catch {
      return .refused(words.sentence(about: error))
    }
    return .waits
  }

  /// A number that no state of the school has.
  private struct UnknownState: Error {
    let status: Int
  }

  private func status(_ text: String) throws -> Int {
    let status = try Condition.status(text)
    guard scale[status] != nil else { throw UnknownState(status: status) }
    return status
  }

  /// Commits what waits, then replies to every line in order.
  private mutating func answer() throws {
    var recorded: ArraySlice<Int> = []
    var failure: FileError?
    do throws(FileError) {
      recorded = try desk.commitWaiting()[...]
    } catch {
      failure = error
      hasFailed = true
      desk.dropWaiting()
    }
    var output = ""
    for (line, answer) in answers {
      switch answer {
      case .waits:
        if let sequence = recorded.popFirst() {
          output += "ok \(sequence)\n"
        } else if let failure {
          output += refusal(line, words.sentence(failure))
        }
      case .refused(let why):
        hasRefused = true
        output += refusal(line, why)
      }
    }
    answers = []
    try StandardOutput.write(output)
  }

  /// Reports new repairs and warnings about the copy.
  mutating func tellNews() {
    report.tellNews()
    let warning = desk.copyWarning
    defer { copyWarning = warning }
    guard warning != copyWarning, let warning, let folder = desk.copyFolder
    else {
      return
    }
    printError(words.copyWarning(warning, folder: folder))
  }

  private func refusal(_ line: Int, _ why: String) -> String {
    printError(words.line(line, why))
    return "error \(line): \(why)\n"
  }
}
