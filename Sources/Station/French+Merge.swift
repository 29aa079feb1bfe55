import Circulation
import Offload

extension French {
  func progress(percent: Int, ofMegabytes megabytes: Int) -> String {
    "\(percent) % de \(megabytes) Mo lus"
  }

  func merged(lineCount: Int, fileCount: Int, into path: String) -> String {
    let lines = lineCount < 2 ? "\(lineCount) ligne" : "\(lineCount) lignes"
    let files = fileCount < 2 ? "\(fileCount) fichier" : "\(fileCount) fichiers"
    return "Fusion : \(lines) de \(files) dans \(path.printable)."
  }

  func sentence(_ shared: SharedLines) -> String {
    "\(shared.first.path.printable) et \(shared.second.path.printable) ont les mêmes \(shared.count) lignes : donné deux fois ? Elles sont deux fois dans le fichier fusionné."
  }

  func sentence(_ lines: UnreadableLines, of path: String) -> String {
    "\(path.printable) : \(unreadable(lines)). offcirc check dit ce qui ne va pas."
  }

  /// How many lines can't be read, and which.
  func unreadable(_ lines: UnreadableLines) -> String {
    let numbers = lines.firstNumbers.map(String.init).joined(separator: ", ")
    let more = lines.count > lines.firstNumbers.count ? ", …" : ""
    return lines.count == 1
      ? "1 ligne illisible (ligne \(numbers))"
      : "\(lines.count) lignes illisibles (lignes \(numbers)\(more))"
  }

  func leftOut(_ overlap: Overlap) -> String {
    let lines =
      overlap.lineCount < 2
      ? "sa seule ligne" : "ses \(overlap.lineCount) lignes"
    return
      "\(overlap.file.path.printable) est laissé de côté : \(overlap.whole.path.printable) commence par \(lines)."
  }

  func sentence(_ conflict: Conflict, of files: [StationFile]) -> String {
    func place(_ line: Conflict.Line) -> String {
      "à la ligne \(line.number) de \(files[line.file].path.printable)"
    }
    func act(_ line: Conflict.Line) -> String {
      line.operation == .loan ? "prêté" : "rendu"
    }
    let (first, second) = (conflict.first, conflict.second)
    let item = conflict.item.printable
    return switch conflict.kind {
    case .sameMinute:
      "Exemplaire \(item) : \(act(first)) \(place(first)), \(act(second)) \(place(second)), dans la même minute. On ne sait pas lequel est le premier ; si c'est le second, indiquez son fichier en premier."
    case .lentTwice:
      "Exemplaire \(item) : prêté \(place(first)), puis à un autre emprunteur \(place(second)), sans retour entre les deux. Cherchez qui l'a."
    case .returnedTwice:
      "Exemplaire \(item) : rendu \(place(first)), puis encore \(place(second)), sans prêt entre les deux. Sans conséquence s'il ne manque pas de prêt."
    }
  }

  func moreConflicts(_ count: Int) -> String {
    let conflicts = count < 2 ? "1 autre conflit" : "\(count) autres conflits"
    return
      "Et \(conflicts) entre les fichiers. offcirc check sur les mêmes fichiers dit ce qui ne va pas, ligne par ligne."
  }
}
