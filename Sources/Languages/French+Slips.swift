import Circulation
import Sheet
import Typesetting

extension French {
  // MARK: On the paper

  var slipTitle: String { "Prêts et retours" }

  func cardOnSlip(_ number: String) -> String { "Carte : \(number)" }

  func heading(of operation: Operation, count: Int) -> String {
    switch operation {
    case .loan: counting(count, "prêt")
    case .return: counting(count, "retour")
    }
  }

  func dueOnSlip(_ day: String) -> String {
    "à rendre vers le \(dates.day(day))"
  }

  var dueLater: String {
    "La bibliothèque fixera les dates de retour quand son système fonctionnera à nouveau."
  }

  // MARK: On the sheet of a day

  func sessionTitle(_ day: String) -> String { "Prêts et retours, \(day)" }

  var cardHeading: String { "Carte" }
  var nextOnSheet: String { "Emprunteur suivant" }

  // MARK: About printing it

  func sentence(_ error: PrinterError) -> String {
    switch error {
    case .device(let error):
      "L'imprimante ne répond pas. \(sentence(error))"
    case .notADevice(let path):
      "\(path.printable) n'est pas une imprimante. Indiquez son périphérique, par exemple /dev/usb/lp0."
    case .silent(let path):
      "L'imprimante \(path.printable) n'accepte rien. Vérifiez le papier et l'alimentation."
    case .withoutCUPS:
      "Impossible d'imprimer sans le paquet cups-client. Installez-le, puis recommencez."
    case .refused(let queue):
      "CUPS a refusé d'imprimer sur \(queue.printable). Voyez lpstat -p \(queue.printable)."
    case .busy:
      "Un autre programme imprime les tickets de ce poste. Recommencez."
    case .full(let folder):
      "Trop de tickets attendent l'imprimante, dans \(folder.printable). Vérifiez l'imprimante."
    case .drawing(let error): sentence(error)
    case .file(let error): sentence(error)
    }
  }

  func slipKept(in folder: String) -> String {
    "Gardé dans \(folder.printable), jusqu'au prochain ticket du jour."
  }

  var nothingForSlip: String {
    "Rien à imprimer : ni prêt ni retour aujourd'hui."
  }

  var sessionNeedsPages: String {
    "--session remplit des pages A4 : indiquez un fichier en .pdf, ou une imprimante de CUPS (cups:NOM)."
  }

  var noPrinter: String {
    "Donnez --output ou --printer, ou indiquez printer dans les réglages."
  }

  func slipWritten(_ path: String) -> String {
    "Enregistré dans \(path.printable)."
  }

  func slipPrinted(on printer: Printer) -> String {
    "Imprimé sur \(printer.text.printable)."
  }

  // MARK: Help

  /// The paragraphs about the command.
  var slipHelp: String {
    """
    CARTE est le numéro de la carte ; --last désigne l'emprunteur de la dernière \
    transaction. Le ticket porte tous les prêts et retours du jour, sauvegardés \
    ou non. Un retour revient à qui a emprunté l'exemplaire ici.

    --session imprime toutes les transactions du jour sur des pages A4, en \
    codes-barres, dans l'ordre, colonne par colonne. Scannés dans un poste \
    vide, ils redonnent la même liste.

    L'imprimante est une imprimante à tickets : un périphérique comme \
    /dev/usb/lp0, ou cups:NOM. Un ticket qui n'a pas pu être imprimé est gardé \
    jusqu'à la fin de la journée. FICHIER n'est lisible que par son \
    propriétaire, et remplace un fichier présent. .bin convient à une \
    imprimante à tickets.

    Code de sortie :
      0   fait
      1   rien à imprimer, ou le journal est incomplet
      64  commande mal écrite
      74  erreur d'entrée ou de sortie, ou l'imprimante n'imprime pas
    """
  }
}

// MARK: At the desk

extension French {
  func slipOf(_ reader: Barcode, loans: Int, returns: Int) -> String {
    "Ticket de \(reader.text) : \(counting(loans, "prêt")), \(counting(returns, "retour"))."
  }

  func nothingOnSlip(of reader: Barcode) -> String {
    "Pas de ticket : ni prêt ni retour de \(reader.text) aujourd'hui."
  }

  func noSlips() -> String {
    "Ce bureau n'imprime pas de tickets. Indiquez printer et slips dans les réglages."
  }

  func slipsWait(_ error: PrinterError) -> String {
    "Des tickets attendent l'imprimante. \(sentence(error))"
  }
}
