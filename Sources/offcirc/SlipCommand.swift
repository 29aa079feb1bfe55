import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Sheet
import Station

extension SlipWidth: ExpressibleByArgument {}

/// Prints the slip of a borrower.
struct SlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.slip)

  @Argument(help: ArgumentHelp(.slipCard, .card))
  var card: String?

  @Flag(help: ArgumentHelp(.slipLast))
  var last = false

  @Flag(help: ArgumentHelp(.slipSession))
  var session = false

  @Option(
    help: ArgumentHelp(.slipFile, .slipFile),
    completion: .file(extensions: ["pdf", "svg", "bin"]),
    transform: { path in
      guard let file = SlipFile(path: path) else {
        throw ValidationError(.notASlip)
      }
      return file
    })
  var output: SlipFile?

  @Option(
    help: ArgumentHelp(.slipPrinter, .printer), completion: .file(),
    transform: { text in
      guard let printer = Printer(text) else {
        throw ValidationError(.notAPrinter(text))
      }
      return printer
    })
  var printer: Printer?

  @Option(help: ArgumentHelp(.slipWidth, valueName: "80|58"))
  var width: SlipWidth?

  @OptionGroup var options: DeskOptions
  @OptionGroup var clock: ClockOptions

  func validate() throws {
    let card = "<\(Offcirc.words.name(of: ValueName.card))>"
    guard [self.card != nil, last, session].count(where: \.self) == 1 else {
      throw ValidationError(.notOneOf("\(card), --last", "--session"))
    }
    do throws(BarcodeError) {
      _ = try self.card.map { number throws(BarcodeError) in
        try Barcode(number)
      }
    } catch {
      throw ValidationError(Offcirc.words.sentence(error))
    }
    if session, width != nil {
      throw ValidationError(.both("--session", "--width"))
    }
    if session, output?.takesPages == false || printer?.takesPages == false {
      throw ValidationError(Offcirc.words.sessionNeedsPages)
    }
    if output != nil, printer != nil {
      throw ValidationError(.both("--output", "--printer"))
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    let printer = output == nil ? try chosenPrinter(place) : nil
    do {
      let now = try clock.clock().now()
      let hasFolder = try place.hasFolder(named: options.files)
      let reading = hasFolder ? try place.reading() : nil
      let replay = reading?.replay
      if session {
        try printSession(
          replay?.entries(on: now) ?? [], on: printer, at: now, place)
      } else {
        try printSlip(of: replay, on: printer, at: now, place)
      }
      // Something may be missing on the paper.
      if let health = reading?.health, !health.isWhole {
        for finding in words.findings(of: health) { printError(finding) }
        throw ExitCode.someRefused
      }
    } catch let error as DrawingError {
      printError(words.sentence(error))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }

  /// Writes or prints the slip of the borrower.
  private func printSlip(
    of replay: JournalReplay?, on printer: Printer?, at now: LocalTime,
    _ place: CommandContext
  ) throws {
    let number = try card.map { try Barcode($0) }
    let reader = number ?? replay?.latestReader(on: now)
    guard
      let visit = reader.flatMap({ replay?.visit(of: $0, on: now) }),
      let last = visit.entries.last
    else { throw nothingToPrint(place) }
    let catalogue = try place.existingCatalogue()
    let due = place.settings.catalogue.due
    let request = try SlipRequest(
      visit, desk: place.settings.station.desk, at: now
    ) { transaction in
      let item = try catalogue?.item(transaction.item.text)
      return SlipRequest.Fact(
        title: item?.title,
        due: due.dueDay(of: item, lentAt: transaction.recorded))
    }
    var style = place.settings.printing.style
    style.width = width ?? style.width
    let slip = Slip(request, in: style, place.words)
    if let output {
      place.clearRemains(in: output.path.folder)
      try output.write(slip)
      try tellWritten(output, place)
    } else if let printer {
      try SlipFolder(of: place.folder).print(
        slip.receipt(.ofDrawing()), number: last.sequence, on: printer,
        at: now, place.words)
    }
  }

  /// Writes or prints the sheet of the day.
  private func printSession(
    _ entries: [DeskEntry], on printer: Printer?, at now: LocalTime,
    _ place: CommandContext
  ) throws {
    let words = place.words
    guard let last = entries.last else { throw nothingToPrint(place) }
    let sheet = SessionSheet(
      of: entries, desk: place.settings.station.desk, on: now, words)
    let (file, withoutCode) = try sheet.drawn(pageNumber: words.page(_:of:))
    if withoutCode > 0 { printError(words.withoutCode(withoutCode)) }
    if let output {
      place.clearRemains(in: output.path.folder)
      try CommandContext.disk.writeWhole(file, to: output.path)
      try tellWritten(output, place)
    } else if let printer {
      try SlipFolder(of: place.folder).print(
        file, number: last.sequence, ending: ".pdf", on: printer, at: now,
        words)
    }
  }

  /// Returns the printer of the option or of the settings; reports it and throws
  /// exit status 64 if there is none, or if it takes no pages of A4.
  private func chosenPrinter(_ place: CommandContext) throws -> Printer {
    guard let printer = printer ?? place.settings.printing.printer else {
      printError(place.words.noPrinter)
      throw ExitCode.validationFailure
    }
    guard !session || printer.takesPages else {
      printError(place.words.sessionNeedsPages)
      throw ExitCode.validationFailure
    }
    return printer
  }

  private func nothingToPrint(_ place: CommandContext) -> ExitCode {
    printError(place.words.nothingForSlip)
    return .someRefused
  }

  private func tellWritten(_ file: SlipFile, _ place: CommandContext) throws {
    try StandardOutput.write(place.words.slipWritten(file.path) + "\n")
  }
}

extension SlipFolder {
  /// Keeps a slip, and prints all that waits; reports it, and throws exit
  /// status 74 if it is not printed.
  fileprivate func print(
    _ bytes: [UInt8], number: Int, ending: String = ".bin",
    on printer: Printer, at time: LocalTime, _ words: any Words
  ) throws {
    do throws(PrinterError) {
      try keep(bytes, at: time, number: number, ending: ending)
    } catch {
      printError(words.sentence(error))
      throw ExitCode.inputOutputError
    }
    do throws(PrinterError) {
      try print(on: printer)
    } catch {
      printError(words.sentence(error) + " " + words.slipKept(in: path))
      throw ExitCode.inputOutputError
    }
    try StandardOutput.write(words.slipPrinted(on: printer) + "\n")
  }
}
