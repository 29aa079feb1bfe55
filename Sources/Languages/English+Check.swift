import Offload
import Scanning
import Station
import Typesetting

extension English {
  func name(of severity: Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  func overview(_ overview: FileOverview, of file: StationFile) -> String {
    var text =
      "\(file.path.printable): \(counting(overview.lineCount, "line")): \(counts(overview.loanCount, overview.returnCount, overview.readerCount))"
    if let span = overview.span {
      text += ", from \(tableTime(span.first)) to \(tableTime(span.last))"
    }
    return text + "." + (file.station.map { " Station \($0.printable)." } ?? "")
  }

  func standing(_ standing: FileStanding) -> [String] {
    var sentences = standing.desk.map { ["Desk \($0.printable)."] } ?? []
    let (unsaved, old) = (standing.unsavedCount, standing.handedOverCount)
    if unsaved > 0 {
      sentences.append(
        "\(counting(unsaved, "transaction is", "transactions are")) not saved, so not in the file."
      )
    }
    if old > 0 {
      sentences.append(
        "\(counting(old, "line is", "lines are")) in an earlier kit or file.")
    }
    let corrections = standing.clockCorrections.map(dates.correction)
    if !corrections.isEmpty {
      sentences.append(
        "Clock corrected by \(counting.list(corrections, .and, maximum: 5)).")
    }
    return sentences
  }

  func headline(_ finding: Finding, of files: [StationFile]) -> String {
    let path = files[finding.place.file].path.printable
    let lines = lines(finding.place.number, finding.lastLine)
    let place = finding.issue.isOfWholeFile ? path : "\(path), \(lines)"
    return
      "\(place): \(name(of: finding.severity)): \(sentence(finding, of: files))"
  }

  private func lines(_ first: Int, _ last: Int) -> String {
    first == last ? "line \(first)" : "lines \(first)–\(last)"
  }

  func sentence(_ finding: Finding, of files: [StationFile]) -> String {
    let count = finding.lastLine - finding.place.number + 1
    let areMany = count > 1
    func place(_ other: LinePlace, last: Int? = nil) -> String {
      let lines = lines(other.number, last ?? other.number)
      return other.file == finding.place.file
        ? lines : "\(lines) of \(files[other.file].path.printable)"
    }
    switch finding.issue {
    case .empty: return "the file is empty."
    case .foreign(let foreign):
      return
        "the file is \(name(of: foreign)), not a file like OffCirc.dat."
    case .binary: return "the file is not text."
    case .utf16: return "the file is UTF-16 text (two bytes a character)."
    case .byteOrderMark:
      return
        "an invisible mark (BOM, added by some text editors) comes before the date."
    case .zeroBytes:
      return
        "the file contains zero bytes from here on, probably after a power cut."
    case .returnsForLineEnds:
      return
        "lines end with CR alone from here on, as on old Macs. They are read as one line."
    case .endOfText:
      return
        "a DOS end-of-text mark (0x1A), which is not part of a line."
    case .formFeed:
      return
        "a form feed (0x0C), which is not part of a line."
    case .frame:
      return
        "control characters, such as ESC, VT or EOT, which are not part of a line."
    case .changed(let form):
      return areMany
        ? "\(counting(count, "line")) were changed by another program. The first \(sentence(form))"
        : "the line \(sentence(form))"
    case .malformed(let error):
      return areMany
        ? "\(counting(count, "line")) are not transactions. The first: \(sentence(error))"
        : sentence(error)
    case .misaligned(let column):
      return
        "the borrower should begin at column 94, but seems to begin at column \(column). Everything before column 94 was read as part of the item."
    case .duplicate(let first):
      return "same as \(place(first, last: finding.lastRepeated))."
    case .renewal(let loan):
      return "loan to the borrower who already has the item (\(place(loan)))."
    case .loanAfterLoan(let loan, let borrower):
      return
        "the item is already lent to \(borrower.printable) (\(place(loan))), with no return in between."
    case .returnWithoutLoan:
      return "return of an item that was not lent in these files."
    case .returnAfterReturn(let earlier):
      return
        "return of an item that was already returned (\(place(earlier)))."
    case .backwards(let before):
      return "dated before \(place(before))."
    case .future: return "dated in the future."
    case .beforeOutage: return "dated before the outage."
    case .wrongClock:
      return "dated before 2012: the station's clock was wrong."
    case .gap(let before, let days):
      return
        "dated \(days) days after \(place(before)). The lines before may be from an earlier outage."
    case .short(let number, let kind, let usual):
      return
        "\(name(of: kind)) \(number.quotable) has \(counting(number.utf8.count, "character")), but nearly all others have \(usual)."
    case .doubtful(let number, let kind, let warning),
      .unwise(let number, let kind, let warning):
      return
        "\(name(of: kind)) \(number.quotable) \(reason(warning, kind))."
    case .full(let number, let kind):
      return
        "\(name(of: kind)) \(number.quotable) fills its column (\(number.utf8.count) characters). The end may be missing."
    case .swapped: return "item and borrower are swapped."
    case .looksLikeOther(let number, .item):
      return
        "item \(number.quotable) looks like a borrower's card, not like the other items."
    case .looksLikeOther(let number, .borrower):
      return
        "borrower \(number.quotable) looks like an item, not like the other borrowers."
    case .title(let number, let kind, let title):
      return
        "\(name(of: kind)) \(number.quotable) \(names(title))"
    case .spelling(let number, let kind, let spelling, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isRespelled(place(other), spelling))"
    case .twoNumbers(let number, let kind, let first, let second, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isTwo(first, second, in: other.map { place($0) }))"
    case .ofBothKinds(let number, let kind, let other):
      let otherKind: FileIssue.NumberKind = kind == .item ? .borrower : .item
      return
        "\(name(of: kind)) \(number.quotable) is \(kind == .item ? "a" : "an") \(name(of: otherKind)) in \(place(other))."
    }
  }

  func name(of kind: FileIssue.NumberKind) -> String {
    switch kind {
    case .item: "item"
    case .borrower: "borrower"
    }
  }

  private func reason(
    _ warning: NumberRules.Warning, _ kind: FileIssue.NumberKind
  ) -> String {
    switch warning {
    case .pattern:
      "does not look like \(kind == .item ? "an item barcode" : "a card number")"
    case .undecided(let pattern):
      "takes too long to match with the pattern \(pattern.text.quotable)"
    case .length(let length):
      "is \(counting(length, "character")) long, which is unusual"
    case .leadingZero: "begins with a zero"
    case .slash: "contains a slash"
    case .checkDigit: "has the wrong check digit"
    }
  }

  var inAlmaHeading: String { "Alma: " }
  var adviceHeading: String { "To do: " }

  func inAlma(_ issue: FileIssue) -> String {
    switch issue {
    case .empty: "would process 0 records."
    case .foreign, .binary, .utf16: "cannot read any of it."
    case .byteOrderMark:
      "cannot read the date of the first line. That transaction would be missing."
    case .endOfText, .formFeed, .frame:
      "may read the mark as a line, or as part of a number."
    case .zeroBytes, .changed, .malformed:
      "cannot read what is not a transaction. That loan or return would be missing."
    case .misaligned:
      "reads columns 14 to 93 as the item, and the rest as the borrower. Both are wrong."
    case .returnsForLineEnds: "reads all of it as one line."
    case .duplicate:
      "counts a repeated loan as a renewal, and reports a repeated return (“item was not on loan”)."
    case .renewal: "treats the second loan as a renewal."
    case .loanAfterLoan:
      "applies the block “Item is currently on loan by another patron”. If that is set to “Handle Automatically”, loan data can become inconsistent."
    case .returnWithoutLoan, .returnAfterReturn:
      "returns the item if it is on loan. Otherwise it reports “Return item failed, item was not on loan” and counts an in-house use."
    case .backwards:
      "applies the lines in the order of the file, and may report “A later action on this item happened”."
    case .future, .wrongClock:
      "calculates due dates from these dates. A due date in the past becomes the day of the upload."
    case .beforeOutage, .gap:
      "will record again any lines already uploaded."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      "reports \(notFound(kind)) if the number is wrong."
    case .swapped: "reports “Item not found”, “User not found”, or both."
    case .title(_, let kind, _), .twoNumbers(_, let kind, _, _, _),
      .looksLikeOther(_, let kind):
      "reports \(notFound(kind))."
    case .spelling(_, let kind, _, _):
      "treats them as two numbers, and reports \(notFound(kind)) for the one it does not know."
    case .ofBothKinds(_, let kind, _):
      "reports \(notFound(kind)) for this line, unless the other line is the wrong one."
    }
  }

  private func notFound(_ kind: FileIssue.NumberKind) -> String {
    kind == .item ? "“Item not found”" : "“User not found”"
  }

  func advice(_ issue: FileIssue) -> String {
    switch issue {
    case .foreign(let foreign): advice(on: foreign)
    case .endOfText, .formFeed, .frame:
      "nothing. offcirc merge and offcirc kit leave it out."
    case .changed(let form): advice(on: form)
    case .binary:
      "use OffCirc.dat as the station wrote it."
    case .misaligned:
      "move the borrower to column 94, or delete the line and enter it in Alma by hand."
    case .empty:
      "check that it is the right file. To see what is not saved: offcirc status."
    case .utf16, .byteOrderMark:
      "save the text as ANSI or ASCII, or use the station's own file."
    case .zeroBytes:
      "run offcirc recover, which rewrites the file from the station's journal."
    case .returnsForLineEnds:
      "change the line ends to CR LF, or use the station's own file."
    case .malformed:
      "fix the line, or delete it and enter it in Alma by hand."
    case .duplicate:
      "leave out the file that was given twice. For a double scan, delete one of the lines."
    case .renewal: "nothing, if it was a renewal."
    case .loanAfterLoan:
      "find out who has the item. Make sure that the block is not handled automatically during the upload."
    case .returnWithoutLoan: "nothing, if the item was lent before the outage."
    case .returnAfterReturn: "nothing, if no loan in between is missing."
    case .backwards:
      "nothing, if the clock was set back. Otherwise, put the lines in order."
    case .future, .wrongClock:
      "set the station's clock. If due dates matter, move the dates with offcirc redate."
    case .beforeOutage, .gap:
      "delete the lines if they were uploaded after an earlier outage."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      kind == .item
        ? "compare it with the item, or look it up in Alma."
        : "compare it with the card, or look it up in Alma."
    case .swapped: "swap the two numbers in the line."
    case .title(_, .item, _), .looksLikeOther(_, .item):
      "find the copy, and replace this number with its barcode."
    case .title(_, .borrower, _), .looksLikeOther(_, .borrower):
      "find the borrower, and replace this number with the card number."
    case .spelling(_, let kind, _, _):
      kind == .item
        ? "compare both lines with the item, and correct the wrong one."
        : "compare both lines with the card, and correct the wrong one."
    case .twoNumbers:
      "correct the number, and enter the other one in Alma by hand."
    case .ofBothKinds: "find out which it is, and correct the wrong line."
    }
  }

  func more(_ count: Int, _ kind: FileIssue.Kind) -> String {
    "\(counting(count, "more finding")): \(title(of: kind)). For all of them, add --format csv."
  }

  func title(of kind: FileIssue.Kind) -> String {
    switch kind {
    case .empty: "empty files"
    case .workbook: "spreadsheets and archives"
    case .foreign: "files of another kind"
    case .binary: "files that are not text"
    case .utf16: "UTF-16 files"
    case .byteOrderMark: "files with a mark (BOM) before the first line"
    case .zeroBytes: "files with zero bytes"
    case .returnsForLineEnds: "files with CR line ends"
    case .endOfText: "DOS end-of-text marks"
    case .formFeed: "form feeds"
    case .frame: "control characters around lines"
    case .changed: "lines changed by another program"
    case .malformed: "lines that are not transactions"
    case .misaligned: "lines with the borrower before column 94"
    case .duplicate: "lines that repeat others"
    case .renewal: "loans to the borrower who already has the item"
    case .loanAfterLoan: "loans of items lent to another borrower"
    case .returnWithoutLoan: "returns of items not lent in these files"
    case .returnAfterReturn: "returns of items already returned"
    case .backwards: "lines dated before the line above"
    case .future: "lines dated in the future"
    case .beforeOutage: "lines dated before the outage"
    case .wrongClock: "lines dated before 2012"
    case .gap: "gaps of more than 30 days"
    case .doubtful: "numbers that do not match the settings"
    case .short: "numbers shorter than the others"
    case .unwise: "numbers that may cause trouble"
    case .full: "numbers that fill their column"
    case .swapped: "lines with item and borrower swapped"
    case .title: "numbers of titles (ISBN, ISSN)"
    case .spelling: "numbers written in two ways"
    case .twoNumbers: "numbers that are two in one"
    case .looksLikeOther:
      "items that look like cards, or cards that look like items"
    case .ofBothKinds: "numbers of both an item and a borrower"
    }
  }

  func summary(_ summary: Check.Summary) -> String {
    let findings = Severity.allCases.reversed().map {
      counting(summary.count(of: $0), name(of: $0))
    }
    let unchecked = summary.uncheckedCount
    return
      "\(findings.joined(separator: ", ")) in \(counting(summary.lineCount, "line")) of \(counting(summary.fileCount, "file"))."
      + (unchecked == 0
        ? ""
        : " \(counting(unchecked, "file was", "files were")) not checked.")
  }

  func next(_ summary: Check.Summary) -> String? {
    if summary.count(of: .error) > 0 {
      return "Fix the errors before the upload."
    }
    if summary.count(of: .warning) > 0 {
      return "Check the warnings before the upload."
    }
    if summary.uncheckedCount > 0 { return nil }
    return "Ready to upload. Next: offcirc kit."
  }
}
