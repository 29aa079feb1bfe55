import Circulation
import Exchange
import Offload
import Typesetting

// The checklist of a kit for PMB, with PMB's own words for its menus.
extension French {
  var pmbTitle: String { "Chargement dans PMB : liste de contrôle" }

  func pmbPurpose(_ kit: Kit) -> String {
    "Lot \(kit.folder.printable), préparé le \(moment(kit.time)). Suivez les étapes dans l'ordre : PMB en a besoin. Chargez chaque fichier une seule fois. OffCirc.dat n'est pas pour PMB : gardez-le dans le lot."
  }

  var stepsBeforePMB: [String] {
    [
      "PMB est disponible, et le prêt n'y a repris nulle part.",
      "La base de PMB est sauvegardée.",
      "Chargez les fichiers le jour même si possible : PMB date les prêts du jour du chargement.",
    ]
  }

  func heading(of part: PMBKit.Part) -> String {
    switch part {
    case .loans: "Prêts et retours"
    case .statuses: "Statuts des exemplaires"
    case .dues: "Amendes"
    case .start: "Statut initial"
    case .dates: "Dates des prêts (facultatif)"
    }
  }

  func advice(on part: PMBKit.Part) -> [String] {
    let asBefore =
      "Procédure : Administration > Actions > Personnalisables > Importer, puis Exécuter. Sinon, le script SQL. La seconde fois, rien ne change."
    return switch part {
    case .loans:
      [
        "Circulation, page « Prêt / retour secouru ». Choisissez le fichier. PMB affiche « Fichier valide », puis « Récupération terminée ».",
        "Si PMB affiche une erreur, cliquez sur « Annuler », jamais sur « Lancer quand même la récupération ». Un autre lecteur pourrait recevoir les exemplaires.",
        "Ne rechargez pas la page. Comparez-la à ecran.txt.",
      ]
    case .statuses:
      [
        "Après tous les fichiers secouru : l'historique de PMB garde le statut au moment du retour.",
        "Choisissez une seule façon : les paniers, les procédures ou le script.",
        "Panier : Catalogue > Paniers > Collecte > « Sélection d'exemplaires à partir d'un fichier de code-barres ». Ensuite Actions > « Changement de statut des exemplaires d'un panier ».",
        asBefore,
      ]
    case .dues:
      [
        "Le montant va dans le prix de l'exemplaire, avec un point. Le prix est vidé s'il n'y a rien à payer.",
        asBefore,
      ]
    case .start:
      [
        "Tant que les prêts sont en cours : le statut initial devient celui de l'exemplaire. Le prix est vidé.",
        asBefore,
        "Si rien ne change la première fois, ce champ personnalisé a un autre nom dans PMB. Refaites le lot avec --start-field.",
      ]
    case .dates:
      ["Les prêts en cours prennent la date et l'heure du poste.", asBefore]
    }
  }

  func sentence(_ step: PMBKit.Step) -> String {
    switch step {
    case .loans(let name, let loans, let returns):
      "\(name) : \(counting(loans, "prêt")), \(counting(returns, "retour"))."
    case .basket(let name, let status, let count):
      "Panier \(name) : \(counting(count, "exemplaire")), nouveau statut \(status). PMB en ajoute ______ au panier."
    case .procedures(let names):
      "\(counting.form(of: names.count, "Procédure", "Procédures")) \(counting.list(names, .and)) : lignes affectées ______."
    case .script(let name):
      "Ou le script \(name), dans phpMyAdmin par exemple."
    }
  }

  func sentence(_ notice: PMBKit.Notice) -> String {
    switch notice {
    case .readersUnchecked:
      "Sans liste de lecteurs, les lecteurs ne sont pas vérifiés. Importez-la avec offcirc catalogue import, et refaites le lot avec --again."
    case .itemsUnchecked:
      "Sans liste complète d'exemplaires, les exemplaires ne sont pas vérifiés."
    case .leftOut(let count):
      "\(counting(count, "ligne")) dans aucun fichier. La raison et la suite sont dans a-traiter.csv."
    case .lost(let items):
      "Perdus, notés sans retour : \(shown(items)). Le dernier fichier les rend, pour que PMB garde l'emprunteur à facturer."
    case .unfit(let items):
      "Statut et prix à changer à la main : \(shown(items)). Un script ne peut pas contenir ces numéros."
    case .undecided(let items):
      "Montant à fixer : \(shown(items)). Voyez offcirc fines."
    case .earlier(let items):
      "Une amende plus ancienne reste à régler : \(shown(items)). PMB n'a qu'un montant par exemplaire, le dernier."
    case .lentAgain(let items):
      "Prêtés à nouveau avant le règlement : \(shown(items)). Leur prix n'est pas vidé."
    }
  }

  /// Returns the first of some numbers.
  private func shown(_ items: [String]) -> String {
    counting.list(items.map(\.printable), .and, maximum: 20)
  }

  func advice(on reason: LeftOutLine.Reason) -> String {
    switch reason {
    case .readerUnknown:
      "Lecteur introuvable dans la liste. Cherchez son numéro, ou créez-le dans PMB. Prêtez ensuite l'exemplaire à la main."
    case .itemUnknown:
      "Exemplaire introuvable dans la liste. Créez-le dans PMB. Enregistrez ensuite le prêt ou le retour à la main."
    case .reader:
      "PMB ne lit pas ce numéro de lecteur dans un fichier. Prêtez l'exemplaire à la main."
    case .item:
      "PMB ne lit pas ce numéro d'exemplaire dans un fichier. Enregistrez le prêt ou le retour à la main."
    }
  }

  var stepsAfterPMB: [String] {
    [
      "Traitez à la main les lignes de a-traiter.csv, s'il existe.",
      "Traitez les réservations affichées au retour : Circulation > « Doc. à traiter ».",
      "Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera chargé à nouveau après la prochaine panne.",
      "Le prêt peut reprendre dans PMB.",
    ]
  }

  func made(_ kit: PMBKit) -> [String] {
    let files = counting(kit.loanFileCount, "fichier")
    let first = "Pour PMB : \(files) de prêts et retours."
    guard !kit.leftOut.isEmpty else { return [first] }
    return [first, sentence(.leftOut(count: kit.leftOut.count))]
  }

  func procedureName(of part: PMBKit.Part, on day: LocalTime) -> String {
    "OffCirc – \(heading(of: part)), \(self.day(day))"
  }

  func procedureComment(on part: PMBKit.Part) -> String {
    "Écrit par OffCirc. Une seconde exécution ne change rien."
  }

  func stepForState(
    _ status: Int, count: Int, in file: String, for system: KitTarget.System
  ) -> String {
    let copies = "État \(status), \(counting(count, "exemplaire")) : \(file)."
    return switch system {
    case .alma:
      "\(copies) Créez un jeu à partir de ce fichier, puis lancez la tâche « Change Physical Items »."
    case .evergreen, .sierra, .destiny:
      "\(copies) Saisissez cet état dans \(system.title)."
    case .koha, .pmb:
      "\(copies) Outils > « Modification d'exemplaires par lot »."
    }
  }
}
