import Circulation
import Offload

extension English {
  // MARK: The page

  var worklistTitle: String { "Worklist after the upload" }

  func worklistOrigin(_ file: String, _ head: JobReport.Head) -> String {
    let job = [
      head.process.map { "process \($0)" }, head.started, head.status,
    ].compactMap(\.self).joined(separator: ", ")
    return "File: \(file.printable)." + (job.isEmpty ? "" : " Job: \(job).")
  }

  func worklistCounts(_ worklist: Worklist) -> String {
    let head = worklist.report.head
    let nothing = worklist.tasks(in: .nothing).count
    let counts = [
      head.processed.map { "Records processed: \($0)." },
      head.exceptions.map { "With exceptions: \($0)." },
      "Messages read: \(worklist.tasks.count).",
      "To do or to look at: \(worklist.tasks.count - nothing).",
      "Nothing to do: \(nothing).",
    ]
    return counts.compactMap(\.self).joined(separator: " ")
  }

  func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  func sentence(_ doubt: Worklist.Doubt) -> String {
    switch doubt {
    case .incomplete(let present, let all):
      "The report lists only \(present) of \(counted(all, "exception")): the page shows more rows than were copied. Export the report, or open its other pages, and do this again."
    case .otherCount(let processed, let inFile):
      "The report speaks of \(counted(processed, "record")), and the file has \(counted(inFile, "line")): make sure that it is the very file that was uploaded."
    case .cut(let count, let length):
      "\(counted(count, "message")) of the report did not end after \(length) characters and was cut there: look for the rest in the report."
    case .unread(let count, let first):
      unread(count, first)
    }
  }

  func heading(of section: Worklist.Section) -> String {
    switch section {
    case .swapped: "Item and borrower swapped"
    case .unknownUsers: "Items lent to unknown users"
    case .unknownItems: "Unknown items: users to contact"
    case .unknownReturns: "Unknown items that came back"
    case .neither: "Neither item nor user known"
    case .unclear: "Messages that fit no line"
    case .unknownMessages: "Messages that are not known"
    case .nothing: "Nothing to do"
    case .corrected: "Corrected lines"
    }
  }

  func advice(on section: Worklist.Section) -> String? {
    switch section {
    case .swapped:
      "In these lines the card was scanned as the item, and the item as the card. Lend the items by hand, or have the lines corrected with --retry."
    case .unknownUsers:
      "These loans are not in the library system. Put the note on each item, or lend them all to one fictitious user."
    case .unknownItems:
      "These users took an item that the library system does not know. Put a note on the user, and ask them to bring the item in."
    case .unknownReturns:
      "These items lie in the library. Look for them on the trolley, and see what number they have."
    case .neither:
      "Look for the numbers on paper; nothing else can be found out from the file."
    case .unclear:
      "What the report says of these lines, and what is in the file, do not agree. Look at each of them."
    case .unknownMessages: "Read each of them; they are as in the report."
    case .nothing, .corrected: nil
    }
  }

  var lineColumn: String { "Line" }
  var itemColumn: String { "Item" }
  var borrowerColumn: String { "Borrower" }
  var dateColumn: String { "Date" }
  var noteColumn: String { "Note" }
  var suggestionColumn: String { "Suggestion" }

  var worklistHead: [String] {
    [
      "Line", "What it is", "Date and time", "Operation", "Item", "Borrower",
      "Note", "Suggestion", "Message",
    ]
  }

  func unknownUser(_ number: String) -> String { "Unknown user \(number)." }

  func knownUser(_ number: String) -> String { "User \(number)." }

  func unknownUserNote(_ loan: LocalTime) -> String {
    "Lent to an unknown user (\(day(loan)))"
  }

  private func line(_ numbered: NumberedTransaction) -> String {
    "line \(numbered.line), \(content(numbered.transaction))"
  }

  private func content(_ transaction: Transaction) -> String {
    let numbers =
      transaction.borrower.map {
        "loan of \(transaction.item.text) to \($0.text)"
      } ?? "return of \(transaction.item.text)"
    return "\(numbers), \(date(transaction.recorded, isShort: true))"
  }

  func describe(_ task: Worklist.Task) -> String {
    let message = task.entry.message
    let text =
      task.entry.joined == nil ? message.textWithNumbers : message.text
    let said = "\"\(text)\""
    return switch task.entry.match {
    case .transaction(let joined): "\(said): \(line(joined))."
    case .oneOf(let several):
      "\(said): one of \(several.prefix(10).map(line).joined(separator: "; "))\(several.count > 10 ? "; or of \(several.count - 10) more" : "")."
    case .otherNumber(let other):
      "\(said), for line \(other.line): there the file has \(content(other.transaction)). This message belongs to another file."
    case .malformed(let line, let fault):
      "\(said), for line \(line): this line of the file can't be read, \(sentence(fault))"
    case .beyondEnd(let line):
      "\(said), for line \(line): the file has no such line. This message belongs to another file."
    case .nowhere:
      switch (message.line, message.said.number, message.said.kind) {
      case (nil, .some, _): "\(said): the number is nowhere in the file."
      case (_, _, .unknown): said
      default: "\(said): it names no number."
      }
    }
  }

  func nothingToDo(_ kind: ReportMessage.Kind, count: Int) -> String {
    let times = count == 1 ? "1 line" : "\(count) lines"
    return switch kind {
    case .notOnLoan:
      "\(times): the item came back and was not on loan; it counts as used in the library."
    case .laterAction:
      "\(times): something newer was done with the item already; nothing was changed."
    case .itemNotFound, .userNotFound, .unknown: "\(times)."
    }
  }

  // MARK: What a number may have been meant for

  func reason(_ reason: NearMiss.Reason) -> String {
    switch reason {
    case .garbled: "garbled by the keyboard or the scanner"
    case .swapped: "item and borrower are swapped"
    case .capitals: "capitals and small letters differ"
    case .leadingZero: "a zero in front was lost or added"
    case .transposed: "two characters are transposed"
    case .oneDiffers: "one character differs"
    case .oneMissing: "one character is missing"
    case .oneTooMany: "one character is too many"
    case .cutShort: "it was cut short"
    case .overlong: "something was added"
    }
  }

  func suggestion(_ nearMiss: NearMiss) -> String {
    "\(nearMiss.number) (\(reason(nearMiss.reason)))"
  }

  func perhaps(_ suggestions: String) -> String { "Perhaps \(suggestions)." }

  func otherKind(_ kind: ReportMessage.Kind, line: Int) -> String {
    kind == .itemNotFound
      ? "It is a borrower's number on line \(line)."
      : "It is an item's number on line \(line)."
  }

  // MARK: What is uploaded again

  func describe(_ correction: Retry.Correction) -> String {
    let (old, new) = (correction.old, correction.new)
    var changes: [String] = []
    if old.item != new.item {
      changes.append("item \(old.item.text) → \(new.item.text)")
    }
    if let before = old.borrower, let after = new.borrower, before != after {
      changes.append("borrower \(before.text) → \(after.text)")
    }
    let why = correction.reasons.map(reason).joined(separator: ", ")
    return
      "Line \(correction.line): \(changes.joined(separator: ", ")) (\(why))."
  }

  func leftAsItIs(_ obstacle: Retry.Obstacle, lines: [Int?]) -> String {
    let known = lines.compactMap(\.self).map(String.init)
    let unknown = lines.count - known.count
    let numbers =
      known.isEmpty
      ? "\(unknown) without a line number"
      : (known.count == 1 ? "line " : "lines ") + known.joined(separator: ", ")
        + (unknown == 0 ? "" : " and \(unknown) without a line number")
    let why =
      switch obstacle {
      case .nothingNear: "no number of the file is near to it"
      case .several: "it may be several numbers; choose one"
      case .uncertain:
        "the number that is near may be so by chance; correct it by hand if it is right"
      case .recorded(let line): "line \(line) has recorded that already"
      case .contradicted(let line):
        "by line \(line) the item was with another borrower"
      case .reported: "the report has a message on the number that is near, too"
      case .unclear: "it is not clear which line it is"
      }
    return "Not corrected: \(numbers) (\(why))."
  }

  func retryWritten(_ path: String, count: Int) -> String {
    let lines = count == 1 ? "1 corrected line" : "\(count) corrected lines"
    return
      "\(path.printable): \(lines), to be looked at, and then uploaded like OffCirc.dat."
  }

  func nothingToRetry(_ path: String) -> String {
    "\(path.printable) was not made: there is no line that can be corrected without doubt."
  }

  // MARK: What was written, or can't be

  func worklistWritten(_ folder: String, names: [String]) -> String {
    "In \(folder.printable): \(names.joined(separator: ", "))."
  }

  func inTheWay(_ path: String) -> String {
    "\(path.printable) is there already, and you may have worked in it. Nothing was written: move it away, or name another."
  }

  func sentence(_ fault: ReportFault, file: String) -> String {
    let what =
      switch fault {
      case .pdf:
        "is a PDF. Open it, copy its text into a file, and give that file"
      case .picture:
        "is a picture. Copy the text of the report into a file, and give that file"
      case .oldOffice:
        "is an old spreadsheet, one with a password, or a mail of Outlook. Save it as .xlsx without a password, as .csv or as text, and give that file"
      case .openDocument:
        "is a spreadsheet of LibreOffice. Save it as .xlsx or .csv, and give that file"
      case .damaged:
        "is damaged and can't be read. Save the report again, or copy its text into a file"
      case .noMailLibrary:
        "is a mail, and the library that reads mails is missing. Install libgmime-3.0-0, or copy the text of the mail into a file and give that file"
      case .tooLarge(let most):
        "is larger than \(most / 1_000_000) MB, which no report is. Give the report on the upload first, then the uploaded file"
      case .tooMany(let thing, let most):
        "has more than \(most) \(name(of: thing)), which no report has. Export the report again, or copy its text into a file, and give that file"
      case .noMessage:
        "is not a job report: no line of it has a message. Open the report in the library system, copy all of its page into a file, and give that file. \(expectedForm)"
      case .unread(let count):
        "names a barcode in \(counted(count, "line")), but these messages can't be read. \(expectedForm)"
      }
    return "\(file.printable) \(what)."
  }

  private func name(of thing: ReportFault.Thing) -> String {
    switch thing {
    case .rows: "rows"
    case .cells: "cells"
    case .characters: "characters"
    case .elements: "elements"
    case .attributes: "attributes"
    case .headLines: "lines in a head"
    case .parts: "parts"
    }
  }

  func sentence(_ error: OtherFile, report: String) -> String {
    let message = error.example.message.textWithNumbers
    let place =
      switch error.example.match {
      case .otherNumber(let other):
        "of line \(other.line) it says \"\(message)\", and there the file has \(content(other.transaction))"
      case .malformed(let line, _):
        "of line \(line) it says \"\(message)\", and there the file has no transaction"
      case .beyondEnd(let line):
        "it speaks of line \(line), and the file has fewer"
      case .nowhere, .oneOf, .transaction:
        "it says \"\(message)\", and that number is not in the file"
      }
    return
      "\(report.printable) belongs to another file than \(error.file.printable): \(place). Nothing was written: find the file that was uploaded with this report."
  }
}
