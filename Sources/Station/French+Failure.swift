import Circulation
import Glibc
import Offload

extension French {
  /// Why the system refuses something that it seldom does.
  func rareReason(_ failure: FileFailure) -> String {
    switch failure.code {
    case EBUSY where failure.act == .replace:
      "un autre programme l'a écrit en même temps ; relancez la commande"
    case EBUSY, EAGAIN, ETXTBSY:
      "un autre programme s'en sert ; attendez qu'il ait fini et recommencez"
    case EEXIST: "quelque chose porte déjà ce nom ; déplacez-le"
    case ENOTEMPTY: "le dossier n'est pas vide ; déplacez ce qu'il contient"
    case EINTR: "un signal l'a interrompu ; recommencez"
    case EPIPE:
      "personne ne le lit plus ; relancez la commande et lisez-la jusqu'au bout"
    case EBADF: "il est fermé ; relancez la commande sans le fermer"
    case EMFILE, ENFILE:
      "\(FileFailure.openFileLimit) fichiers au plus peuvent être ouverts à la fois ; indiquez-en moins, ou relevez la limite avec ulimit -n"
    case EXDEV:
      "c'est sur un autre disque ; indiquez un endroit sur le même"
    case EINVAL where failure.act == .replace:
      "ce n'est pas un fichier de transactions ; indiquez-en un autre, ou déplacez-le"
    case EINVAL: "le système ne le prend pas ; indiquez-en un autre"
    case ENOSYS, EOPNOTSUPP, ENOTTY:
      "ce disque ne sait pas le faire ; prenez-en un autre"
    case ENOLCK:
      "son lecteur ne sait pas verrouiller les fichiers ; prenez-en un autre"
    case EOVERFLOW: "il est plus grand que ce que le système peut lire"
    case EILSEQ: "le disque ne prend pas un tel nom ; choisissez-en un autre"
    case EUCLEAN:
      "le disque est abîmé ; faites-le vérifier et prenez-en un autre"
    case ENXIO, ENOMEDIUM:
      "son disque n'est pas là ; remettez-le en place"
    case let code where FileFailure.isOfTheNetwork(code):
      "son lecteur ne répond pas ; vérifiez le réseau et recommencez"
    case let code:
      "le système le refuse ; recommencez et, si cela dure, donnez ce numéro à votre administrateur : \(code)"
    }
  }

  func removedRemains(_ paths: [String]) -> String {
    "Une commande interrompue avait laissé \(list(paths)) : supprimé."
  }

  func foundRemains(_ paths: [String]) -> String {
    "Une commande interrompue a laissé \(list(paths)). Si rien n'y tourne, offcirc purge le supprime."
  }

  private func list(_ paths: [String]) -> String {
    paths.map(\.printable).joined(separator: ", ")
  }
}
