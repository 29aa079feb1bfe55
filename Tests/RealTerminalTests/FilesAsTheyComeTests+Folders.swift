import Support
import Testing

extension FilesAsTheyComeTests {
  @Test func aFolderStandsForAllFilesOfStationsInIt() throws {
    try write("stick/c1/OffCirc.dat", sound)
    try write("stick/c2/desk.dat", loan("1100", "4") + "\r\n")
    try write("stick/report.html", "<html></html>")
    let check = try offcirc("check", "stick")
    #expect(check.output.contains("stick/c1/OffCirc.dat: 2 lines"))
    #expect(check.output.contains("in 3 lines of 2 files"))
    let list = try offcirc("list", "stick/", "--format", "csv")
    #expect(list.output.hasPrefix("recorded,operation,item,borrower,file\r\n"))
    #expect(list.output.contains(",stick/c2/desk.dat\r\n"))
    let merge = try offcirc("merge", "stick", "--output", "m")
    #expect(
      merge.errors.contains(
        "stick: 2 files found: stick/c1/OffCirc.dat and stick/c2/desk.dat."))
    #expect(merge.output == "Merged 3 lines of 2 files into m.\n")
    let kit = try offcirc("kit", "A=stick", "--output", "k", language: "fr")
    #expect(kit.errors.contains("2 fichiers trouvés"))
    #expect(kit.status == 0)
    let checklist = try read("k/checklist.txt")
    #expect(checklist.contains("1-A.dat : stick/c1/OffCirc.dat et"))
    try write("none/report.html", "<html></html>")
    for arguments in [
      ["check", "none"], ["list", "none"], ["merge", "none", "--output", "m"],
      ["kit", "none", "--output", "k2"],
    ] {
      let result = try Program.run(
        ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
          + arguments, of: "sh", environment: ["OFFCIRC_LANGUAGE": "en"])
      #expect(result.status == 74, "\(arguments)")
      #expect(
        result.errors.contains(
          "none/OffCirc.dat: no such file or folder"), "\(arguments)")
    }
    #expect(
      try offcirc("reconcile", "none", "stick/c1/OffCirc.dat").errors
        .contains("is a folder. Give the file in it: none/report.html"))
  }
}
