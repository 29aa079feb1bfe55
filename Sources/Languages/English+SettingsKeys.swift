import Offload
import Settings
import Station
import Terminal
import Typesetting

extension English {
  func explanation(of section: SettingsSection) -> String {
    switch section {
    case .station: "The station."
    case .borrower: "The numbers on cards."
    case .item: "The numbers on items."
    case .scanner: "The scanner."
    case .catalogue: "The catalogue, made from lists of items and borrowers."
    case .textbooks: "The textbooks of a school: states of copies, and fines."
    case .printing: "The slips for borrowers."
    case .ready: "The check before an outage, by offcirc ready."
    case .offload: "The upload after an outage."
    }
  }

  func explanation(of key: SettingsKey.Name) -> String {
    switch key {
    case .files: "Folder for the station's files."
    case .desk: "Name of the circulation desk, for the title of the window."
    case .language: "Language. Default: from the locale."
    case .bell:
      "When to beep. errors: refused scans only. all: every scan. none: never."
    case .theme:
      "Colours of the window. mono: no colours, as with NO_COLOR."
    case .copyTo:
      "Folder for a copy of the journal, for example on a USB stick."
    case .share:
      "PostgreSQL database that desks share, such as service=offcirc, without a password. Empty: none."
    case .learn:
      "true: ask to confirm numbers that differ from earlier scans. Patterns take precedence."
    case .kiosk:
      "true: this computer is a desk and nothing else. No commands are shown, and Close says how to switch it off."
    case .ledger:
      "Ledger file: what is already in a kit, so that nothing is uploaded twice. It can be on a shared drive."
    case .patterns:
      "Regular expressions. The whole number must match one of them, for example '^\\d{11}$'. Empty: any number."
    case .lengths: "Allowed lengths, in characters. Empty: any length."
    case .checkDigit:
      "Check digit at the end of the number. mod10: Luhn's, which detects most misreadings."
    case .forbidLeadingZero:
      "true: ask to confirm numbers that begin with a zero."
    case .forbidSlash: "true: ask to confirm numbers with a slash."
    case .layout:
      "Keyboard layout of the computer (scanners type US). auto: try those that give a number matching a pattern."
    case .strip:
      "Characters to remove from a scan. aim: a prefix like ]A0. code39: asterisks at both ends. codabar: letters A to D at both ends. clsi: spaces inside."
    case .suffix:
      "End of a scan. none: a pause. auto: \(name(of: Key.enter)), \(name(of: Key.tab)) or a pause."
    case .doubleScanSeconds:
      "Ignore a repeat scan of the same item within this many seconds. 0: never."
    case .file: "File of the catalogue."
    case .level:
      "Personal data kept of borrowers. numbers: digests of card numbers. names: names too. classes: names and classes."
    case .itemCut:
      "Taken off a scanned item that no list has: start or end and a number of characters, or zeros. offcirc catalogue verify finds it."
    case .borrowerCut:
      "Taken off a scanned card that no list has: start or end and a number of characters, or zeros."
    case .keepDays:
      "Erase lists of borrowers and loans this many days after their import. 0: never."
    case .notForLoan:
      "Policies and statuses of items that must not be lent, as the lists write them."
    case .columns:
      "Names of columns that only your lists have, as --columns takes them."
    case .dueDate:
      "Day on which all loans are due. The desk shows it as an estimate."
    case .dueDays:
      "Number of days of a loan. The desk shows an estimate of the due date."
    case .dueRules:
      "Numbers of days by policy or material, as the lists write them."
    case .states:
      "true: note the state of each copy at its return, and who brings it."
    case .statuses:
      "Labels of your own for states. 1 new, 2 good, 3 slightly damaged, 4 unusable, 5 lost, 6 to be deleted, 7 undetermined. From 8 on, you add states that never cost anything."
    case .lendable: "States in which a copy may be lent."
    case .year:
      "Year of first circulation of new copies, for offcirc copies add."
    case .callLetter:
      "Letters at the beginning of call numbers. PMB-Manuels needs at least one."
    case .courses:
      "Courses with their two digits in call numbers, for offcirc copies add. A suffix like 50-1 tells levels apart."
    case .tariff:
      "manuels: for 3, the fee of the title; for 4 and 5, its price. own: each change for the worse is asked, unless charges has it."
    case .charges:
      "Charges of your own, as \"START -> END = CHARGE\". START and END: 3, 1-3, or * for any. CHARGE: free, ask, fee, price, 60 %, 1/3, 20 % a grade, or 5.00. The last one that fits applies."
    case .fee: "Fee for slight damage, for titles without one in the lists."
    case .price: "Price, for titles without one in the lists."
    case .percents:
      "Percents of the price in the first year of circulation, the second, and so on. The last one applies to all later years. Empty: always the full price."
    case .yearly: "Taken off the price for each year of circulation."
    case .roundUp: "true: round prices up to whole amounts first."
    case .freeGrades:
      "Grades of wear per year that cost nothing, for charges \"a grade\"."
    case .keepLoans:
      "offcirc archive erases the borrowers of archived loans that ended so many days ago, unless a fine is open. 0: never."
    case .printer:
      "Receipt printer (ESC/POS): its device, such as \"/dev/usb/lp0\", or \"cups:NAME\"."
    case .slips:
      "When the desk prints a slip. key: \(name(of: Key.control("p"))). each: for each borrower, too. never: not at all."
    case .width: "Width of the paper, in millimetres."
    case .card:
      "Number of the card on a slip. full: all of it, with its barcode. last4: the last four characters. no: nothing."
    case .head: "Lines of your own at the top of a slip."
    case .foot: "Lines of your own at the end of a slip."
    case .scannerDays:
      "Ask for a new test of the scanner after this many days."
    case .listDays:
      "Ask for new lists of items and borrowers after this many days."
    case .drillDays: "Ask for a new exercise after this many days."
    case .desks:
      "Names of all circulation desks. check, list and kit tell which of them is missing in a folder."
    }
  }

  func settingsHeading(files: [String]) -> String {
    let names = counting.list(files.map(\.printable), .and)
    return switch files.count {
    case 0: "Current settings. There is no settings file."
    case 1: "Current settings, with \(names)."
    default: "Current settings, with \(names). The last file wins."
    }
  }

  func exampleHeading(forAll: Bool) -> String {
    let place =
      forAll
      ? """
      The settings of OffCirc for all users. Location: \
      \(SettingsSources.systemFile). A user's own file overrides it.
      """
      : """
      The settings of OffCirc. Location: \
      $XDG_CONFIG_HOME/offcirc/offcirc.toml, ~/.config/offcirc/offcirc.toml, \
      or the file given with --config or OFFCIRC_CONFIG.
      """
    let home = forAll ? "each user's own home folder" : "your home folder"
    return """
      \(place) Remove the # before a key to set it. Write patterns in \
      single quotes. ~ is \(home). A path that does not begin with / is \
      relative to the folder of this file.
      """
  }

  var byDefault: String { "default" }
  var notSet: String { "not set" }
}
