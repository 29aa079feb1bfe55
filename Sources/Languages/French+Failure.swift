import Circulation
import Glibc
import Offload
import Station
import Typesetting

extension French {
  /// Returns the reason of a rare error.
  func rareReason(_ error: FileError) -> String {
    switch error.code {
    case EBUSY where error.operation == .replace:
      "un autre programme l'a écrit en même temps. Relancez la commande"
    case EBUSY, EAGAIN, ETXTBSY:
      "un autre programme l'utilise. Attendez qu'il ait fini, puis recommencez"
    case EEXIST: "un fichier ou un dossier porte déjà ce nom. Déplacez-le"
    case ENOTEMPTY: "le dossier n'est pas vide. Déplacez son contenu"
    case EINTR: "interrompu par un signal. Recommencez"
    case EPIPE:
      "le programme destinataire l'a fermé. Relancez la commande et lisez-la jusqu'au bout"
    case EBADF: "il est fermé. Relancez la commande sans le fermer"
    case EMFILE, ENFILE:
      "trop de fichiers ouverts (\(FileError.openFileLimit) au maximum). Indiquez-en moins, ou relevez la limite avec ulimit -n"
    case EXDEV:
      "c'est un autre disque. Indiquez un endroit sur le même"
    case EINVAL where error.operation == .replace:
      "ce n'est pas un fichier de transactions. Indiquez-en un autre, ou déplacez-le"
    case EINVAL: "le système l'a refusé. Indiquez-en un autre"
    case ENOSYS, EOPNOTSUPP, ENOTTY:
      "ce disque ne le permet pas. Changez de disque"
    case ENOLCK:
      "son disque ne permet pas de verrouiller les fichiers. Changez de disque"
    case EOVERFLOW: "il est trop gros pour le système"
    case EILSEQ: "le disque n'accepte pas ce nom. Choisissez-en un autre"
    case EUCLEAN:
      "le disque est abîmé. Faites-le vérifier et changez de disque"
    case ENXIO, ENOMEDIUM:
      "son disque n'est pas connecté. Rebranchez-le"
    case let code where FileError.isOfTheNetwork(code):
      "son disque ne répond pas. Vérifiez le réseau, puis recommencez"
    case let code:
      "le système l'a refusé. Recommencez. Si cela dure, donnez ce numéro à votre administrateur : \(code)"
    }
  }

  func removedRemains(_ paths: [String]) -> String {
    "Restes d'une commande interrompue, supprimés : \(list(paths))."
  }

  func foundRemains(_ paths: [String]) -> String {
    "Une commande interrompue a laissé \(list(paths)). Si rien n'y tourne, offcirc purge s'en charge."
  }

  private func list(_ paths: [String]) -> String {
    paths.map(\.printable).joined(separator: ", ")
  }
}
