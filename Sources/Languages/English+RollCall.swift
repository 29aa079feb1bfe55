import Offload
import Typesetting

extension English {
  func missing(desk name: String) -> String {
    "\(name.printable): no file of this desk was found. Fetch its OffCirc.dat. If it is here, put it into a folder with the name of the desk."
  }

  func sameStation(_ files: [StationFile]) -> String {
    "\(counting.list(files.map(\.path.printable), .and, maximum: 20)) are files of the same station. Use only the newest."
  }

  func ahead(_ copy: RollCall.Ahead) -> String {
    "\(copy.path.printable), a copy of a station's journal, has \(counting(copy.count, "transaction")) that no file here has. To get \(counting.form(of: copy.count, "it", "them")): offcirc recover \(copy.path.quotedForShell) --files FOLDER."
  }
}
