import Circulation
import Offload
import Station
import Terminal

/// The words in French, those of the user's own document where it has them.
struct French: Words, Grammar {
  let counting = Counting.french
  let dates = DateStyle.french

  // MARK: The window

  let title = "Offline Circulation"
  let subtitle = "Prêt secouru"
  let borrower = "Emprunteur"
  let item = "Code-barres de l'exemplaire"
  let clearLabel = "_Nettoyer"
  let loanLabel = "_Prêt"
  let returnLabel = "_Retour"
  let chooseTransaction = "Choisissez la transaction"
  let barcodeHeading = "Code-barres"
  let operationHeading = "Opération"
  let borrowerHeading = "Emprunteur"
  let timeHeading = "Heure"
  let saveLabel = "_Sauvegarder dans le fichier"
  let deleteLabel = "S_upprimer"
  let helpLabel = "_Aide"
  let closeLabel = "_Fermer"

  func label(_ name: String) -> String { name + " :" }

  func name(of operation: Operation) -> String {
    switch operation {
    case .loan: "Prêt"
    case .return: "Retour"
    }
  }

  func unsaved(_ count: Int) -> String { "À sauvegarder : \(count)" }

  func waiting(_ count: Int) -> String { "NON enregistré : \(count)" }

  func tooSmall(_ present: Size, minimum: Size) -> String {
    """
    Fenêtre trop petite (\(present.columns)×\(present.rows)). Agrandissez-la à \
    \(minimum.columns)×\(minimum.rows) au moins. Les numéros scannés sont quand \
    même enregistrés.
    """
  }
}
