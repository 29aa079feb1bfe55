import Offload
import Typesetting

// The checklist of a kit for Koha.
extension English {
  var kohaTitle: String { "Upload to Koha: checklist" }

  func kohaPurpose(_ kit: Kit) -> String {
    "Kit \(kit.folder.printable), made on \(moment(kit.time)). Follow the steps in order. Upload each file only once. The .dat files are not for Koha: keep them in the kit."
  }

  var stepsBeforeKoha: [String] {
    [
      "Koha is back, and no desk has restarted lending in it.",
      "offcirc check finds no errors or warnings in the files.",
    ]
  }

  var waysToKoha: [String] {
    [
      "Log in at the library of the file: Koha records its transactions there.",
      "Circulation, page for .koc files: choose the file, then \"Add to offline circulation queue\".",
      "In the list, \"Check all\", then \"Process\". Keep a copy of the page: Koha deletes each line after processing.",
    ]
  }

  func step(for file: KocFile) -> String {
    "\(file.name): \(counting(file.rowCount, "line")), processed ______.\(lacking(file))"
  }

  private func lacking(_ file: KocFile) -> String {
    guard !file.leftOut.isEmpty else { return "" }
    let lines = counting.list(
      file.leftOut.map { counting.digits($0) }, .and, maximum: 20)
    return
      " Type in by hand, since Koha would cut their numbers: \(counting.form(of: file.leftOut.count, "line", "lines")) \(lines) of the .dat file."
  }

  var stepsAfterKoha: [String] {
    [
      "Do by hand each line that Koha has refused.",
      "At each station, run offcirc archive. Otherwise its file will be uploaded again after the next outage.",
      "Lending in Koha can restart.",
    ]
  }
}
