import Circulation
import Glibc
import Offload
import Station
import Terminal
import Typesetting

extension French {
  func sentence(_ refusal: BarcodeError) -> String {
    let value = refusal.value.quotable
    switch refusal.reason {
    case .empty: return "Refusé : le numéro est vide."
    case .tooLong(let columns):
      return
        "Refusé : \(value) a \(columns) caractères. Le maximum est \(Barcode.maximumLength)."
    case .character(let character, _):
      return
        "Refusé : \(value) contient « \(String(character).quotable) » (\(character.codes)). N'utilisez que des lettres sans accent, des chiffres et des signes simples."
    case .exercise:
      return
        "Refusé : \(value) est un code de la feuille d'exercice. Seul offcirc drill l'accepte."
    case .outerSpace:
      return "Refusé : \(value) commence ou finit par un espace."
    }
  }

  func sentence(_ error: FileError) -> String {
    if let sentence = isAnothers(error) { return sentence }
    if error.isOfLocks { return cannotLock(error.path) }
    let path = name(ofFile: error.path)
    let what =
      switch error.operation {
      case .createFolder: "Impossible de créer le dossier \(path)"
      case .open: "Impossible d'ouvrir \(path)"
      case .read: "Impossible de lire \(path)"
      case .write: "Impossible d'écrire dans \(path)"
      case .synchronize: "Impossible d'écrire \(path) sur le disque"
      case .truncate: "Impossible de raccourcir \(path)"
      case .replace: "Impossible de remplacer \(path)"
      case .remove: "Impossible de supprimer \(path)"
      case .lock: "Impossible de verrouiller \(path)"
      case .recognize: "\(path) a changé depuis que ce poste l'a écrit"
      case .noteSave: "Impossible de mettre à jour \(path)"
      }
    return "\(what) : \(reason(error))."
  }

  private func name(ofFile path: String) -> String {
    switch path {
    case FileError.standardInput: "l'entrée standard"
    case FileError.standardOutput: "la sortie standard"
    default: path.printable
    }
  }

  private func reason(_ error: FileError) -> String {
    switch error.code {
    case ENOSPC: "le disque est plein. Libérez de la place"
    case EDQUOT: "votre quota de disque est épuisé. Libérez de la place"
    case EIO:
      "erreur de disque (entrée-sortie). Changez de disque"
    case EACCES: "accès refusé. Demandez les droits d'accès"
    case EROFS: "le disque est en lecture seule. Changez de disque"
    case ENOENT: "ce fichier ou ce dossier n'existe pas"
    case ENOTDIR: "un élément du chemin n'est pas un dossier"
    case EISDIR where error.operation == .read:
      "c'est un dossier. Indiquez un fichier"
    case EISDIR: "c'est un dossier. Déplacez-le"
    case EINVAL where [.read, .write].contains(error.operation):
      "ce n'est pas un fichier ordinaire. Indiquez-en un autre"
    case EINVAL where error.operation == .open:
      "ce n'est pas un fichier ordinaire. Déplacez-le"
    case EBUSY where error.operation == .read:
      "il a été modifié pendant la lecture. Attendez que personne ne l'utilise, puis recommencez"
    case EEXIST where error.operation == .replace:
      "c'est un des fichiers à traiter, ou celui d'un poste. Indiquez-en un autre"
    case EFBIG where error.operation == .read:
      "il est trop gros pour un tel fichier. Remplacez-le par le bon"
    case EFBIG: "il dépasserait la taille permise"
    case ELOOP where error.operation == .read:
      "c'est un lien brisé. Indiquez un fichier"
    case ELOOP: "c'est un lien symbolique. Déplacez-le"
    case EPERM:
      "il appartient à un autre utilisateur. Déplacez-le"
    case ENODEV: "son disque n'est pas connecté. Rebranchez-le"
    case ESTALE:
      "il a été déplacé ou remplacé entre-temps. Recommencez"
    case EILSEQ: "le nom n'est pas en UTF-8. Renommez-le"
    case ENAMETOOLONG: "le nom est trop long"
    case ENOMEM: "mémoire insuffisante"
    default: rareReason(error)
    }
  }

  func sentence(_ error: CirculationError) -> String {
    switch error {
    case .folderHeld(let path, let holder):
      let by = holder.map {
        " (processus \($0.process)\($0.host.map { " sur \($0.printable)" } ?? ""), depuis le \(start(of: $0)))"
      }
      return
        "Un autre poste utilise \(path.printable)\(by ?? ""). Fermez-le, ou indiquez un autre dossier avec --files."
    case .newerJournal(let path, let version):
      return
        "\(path.printable) a été écrit par un OffCirc plus récent (version \(version)). Utilisez cette version. Le fichier n'a pas été modifié."
    case .newerEvent(let path, let line, let event):
      return
        "La ligne \(line) de \(path.printable) est un événement que seul un OffCirc plus récent connaît : \(event.printable.shortened(to: 40)). Utilisez cette version. Le fichier n'a pas été modifié."
    case .notAJournal(let path):
      return
        "\(path.printable) n'est pas un journal d'OffCirc. Déplacez-le. Il n'a pas été modifié."
    case .exercise(let path):
      return
        "\(path.printable) est le journal d'un exercice. Il ne contient aucune vraie transaction : supprimez-le."
    case .borrowersErased(let path):
      return
        "Les emprunteurs de \(path.printable) ont été effacés, pour protéger leurs données. Il ne sert qu'à l'historique des exemplaires. Le fichier n'a pas été modifié."
    case .noJournal(let path):
      return
        "Il n'y a pas de journal d'OffCirc dans \(path.printable). Indiquez le dossier d'un poste, ou de sa copie."
    case .severalJournals(let paths):
      return
        "\(paths.count) journaux trouvés. Indiquez le fichier au lieu du dossier."
    case .inTheWay(let path):
      return
        "\(path.printable) existe déjà. Déplacez-le, ou récupérez dans un autre dossier avec --files."
    case .noBorrower: return "Un prêt demande un emprunteur."
    case .itemIsBorrower(let number):
      return
        "Refusé : \(number.text) est le numéro de l'emprunteur. Scannez l'exemplaire."
    case .returnHasNoBorrower(let item):
      return
        "Refusé : le retour de \(item.text) n'a pas d'emprunteur. Scannez un exemplaire."
    case .numbersUsedUp(let path, let last):
      return
        "\(path.printable) a atteint son dernier numéro (\(last)). Gardez-le, et créez-en un nouveau avec offcirc recover --files."
    case .clockBeyondFiles:
      return
        "NON enregistré : l'horloge indique une année ou un fuseau impossible à enregistrer. Réglez la date et le fuseau de l'ordinateur."
    case .notInList:
      return
        "Elle est déjà dans OffCirc.dat : une sauvegarde interrompue vient d'être terminée."
    case .notReturned(let item):
      return
        "Refusé : \(item.text) n'a pas été rendu ici, ou a été prêté de nouveau. Enregistrez d'abord son retour."
    case .notAStatus(let text):
      return
        "Refusé : « \(text.quotable) » n'est pas un statut. Indiquez son numéro, à partir de 1."
    case .notAnAmount(let cents):
      return
        "Refusé : \(cents) centimes ne sont pas un montant. Indiquez 0 ou plus."
    case .reasonTooLong(let bytes, let maximum):
      return
        "Refusé : le motif fait \(bytes) octets. Le maximum est \(maximum). Raccourcissez-le."
    }
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(let stream):
      """
      Le poste de prêt demande un terminal, mais \
      \(stream == .input ? "l'entrée" : "la sortie") standard n'en est pas un. \
      Dans un script, utilisez offcirc record, offcirc save et offcirc list.
      """
    case .unknownKind(let kind):
      """
      Type de terminal inconnu : « \(kind.printable) ». Indiquez le bon dans \
      TERM, par exemple TERM=xterm ou TERM=vt100.
      """
    }
  }

  func sentence(_ error: DataFormat.LineError) -> String {
    switch error {
    case .empty: "la ligne est vide."
    case .tooShort(let columns):
      "la ligne finit à la colonne \(columns), avant l'exemplaire à la colonne 14."
    case .time:
      "les colonnes 1 à 12 ne sont pas une date et une heure (AAAAMMJJHHMM)."
    case .operation: "la colonne 13 n'est ni L ni R."
    case .item(let issue): "l'exemplaire \(clause(issue, column: 14))."
    case .noBorrower: "le prêt n'a pas d'emprunteur."
    case .borrower(let issue): "l'emprunteur \(clause(issue, column: 94))."
    case .afterReturn: "le retour contient du texte après la colonne 93."
    }
  }

  private func clause(_ issue: DataFormat.NumberIssue, column: Int) -> String {
    switch issue {
    case .late(let start):
      "doit commencer à la colonne \(column), mais commence à la colonne \(start)"
    case .character(let place):
      "contient un caractère non valable à la colonne \(place). Seuls sont permis les lettres sans accent, les chiffres et les signes simples"
    case .tooLong(let columns):
      "occupe \(columns) colonnes. Le maximum est \(Barcode.maximumLength)"
    }
  }

  func sentence(_ name: UnusableName) -> String {
    switch name {
    case .argument(let name):
      "l'argument \(name.printable) n'est pas en UTF-8. Renommez le fichier ou le dossier, puis indiquez le nouveau nom."
    case .variable(let variable, let name):
      "$\(variable) n'est pas en UTF-8 : \(name.printable). Indiquez-y un nom en UTF-8."
    case .home(let name):
      "le nom de votre dossier personnel n'est pas en UTF-8 : \(name.printable). Indiquez dans $HOME un dossier au nom en UTF-8."
    case .currentFolder(let name):
      "le nom du dossier courant n'est pas en UTF-8 : \(name.printable). Changez de dossier, et indiquez des chemins complets."
    }
  }
}
