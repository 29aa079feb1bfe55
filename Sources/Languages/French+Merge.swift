import Circulation
import Offload
import Station
import Typesetting

extension French {
  /// The paragraphs of `--help` about the merge of files.
  var discussionOfMerge: String {
    """
    Les lignes sont triées par minute. Dans une minute, les secondes \
    décident, si les journaux des postes sont à côté des fichiers. Sinon, \
    l'ordre est celui des fichiers indiqués. Les lignes d'un fichier gardent \
    leur ordre. Si un fichier est le début d'un autre du même poste, il est \
    ignoré. Aucune autre ligne n'est ignorée ni modifiée.

    Les contradictions, les lignes en commun et les lignes qui ne sont pas \
    des transactions sont signalées. Le code de sortie est alors 1, mais le \
    fichier est écrit. Un fichier présent n'est remplacé que s'il est vide ou \
    contient des transactions. Les fichiers lus et ceux d'un poste ne le sont \
    jamais.

    \(mergeOfOfflineFiles)
    """
  }

  func found(_ folder: CollectedFiles.Folder) -> String {
    let files = folder.files.map(\.printable)
    return
      "\(folder.path.printable) : \(counting(files.count, "fichier trouvé", "fichiers trouvés")) : \(counting.list(files, .and, maximum: 20))."
  }

  func progress(percent: Int, ofMegabytes megabytes: Int) -> String {
    "\(percent) % de \(megabytes) Mo lus"
  }

  func merged(lineCount: Int, fileCount: Int, into path: String) -> String {
    "\(counting(lineCount, "ligne")) de \(counting(fileCount, "fichier")) \(counting.form(of: lineCount, "fusionnée", "fusionnées")) dans \(path.printable)."
  }

  func sentence(_ shared: SharedLines) -> String {
    "\(shared.first.path.printable) et \(shared.second.path.printable) ont \(counting(shared.count, "ligne")) en commun. Est-ce le même fichier, donné deux fois ? Ces lignes sont deux fois dans le fichier fusionné."
  }

  func sentence(_ lines: UnreadableLines, of path: String) -> String {
    "\(path.printable) : \(unreadable(lines)). Pour le détail : offcirc check."
  }

  /// The number of lines that can't be read, and the first of them.
  func unreadable(_ lines: UnreadableLines) -> String {
    "\(counting(lines.count, "ligne illisible", "lignes illisibles")) (\(self.lines(lines.firstNumbers, of: lines.count)))"
  }

  func leftOut(_ overlap: Overlap) -> String {
    "\(overlap.file.path.printable) est laissé de côté : \(overlap.whole.path.printable) commence par \(counting.form(of: overlap.lineCount, "la même ligne", "les \(overlap.lineCount) mêmes lignes"))."
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
      "Exemplaire \(item) : \(act(first)) \(place(first)), \(act(second)) \(place(second)), dans la même minute. Ordre inconnu. S'il faut l'inverser, indiquez l'autre fichier en premier."
    case .decided:
      "Exemplaire \(item) : \(act(first)) \(place(first)), \(act(second)) \(place(second)) \(counting(conflict.secondsBetween ?? 0, "seconde")) plus tard. Les journaux des deux postes décident de l'ordre. Rien à faire."
    case .lentTwice:
      "Exemplaire \(item) : prêté \(place(first)), puis à un autre emprunteur \(place(second)). Aucun retour entre les deux. Cherchez qui l'a."
    case .returnedTwice:
      "Exemplaire \(item) : rendu \(place(first)), puis encore \(place(second)), sans prêt entre les deux. Rien à faire s'il ne manque aucun prêt."
    }
  }

  func moreConflicts(_ count: Int) -> String {
    "\(counting(count, "autre conflit", "autres conflits")) entre les fichiers. Pour les avoir tous, lancez offcirc merge --format csv."
  }
}

extension French {
  /// The sentences of `--help` about a folder in the place of files.
  var folderOfFiles: String {
    "Un dossier vaut pour tous les fichiers comme OffCirc.dat qu'il contient, à tout niveau. Les archives, les lots et les fichiers cachés sont laissés de côté."
  }
}
