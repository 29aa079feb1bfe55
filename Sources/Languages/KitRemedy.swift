import Offload
import Typesetting

// How files become such that a kit can be made of them.

extension StationFile {
  /// The command that writes each line of it once, in its order.
  var onceEachCommand: String {
    #"awk '{k = $0; sub(/[ \r]+$/, "", k)} !seen[k]++' \#(path.quotedForShell) > NEW.dat"#
  }
}

extension SharedLines {
  /// The command that writes what only the second file has, known by date,
  /// operation and item.
  var onlySecondCommand: String {
    let files = [first, second].map(\.path.quotedForShell)
      .joined(separator: " ")
    return
      #"awk '{k = substr($0, 1, 93); sub(/[ \r]+$/, "", k)} NR == FNR {seen[k]; next} !(k in seen)' \#(files) > NEW.dat"#
  }
}
