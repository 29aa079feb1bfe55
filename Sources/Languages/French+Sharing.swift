import SharedLibraries
import Sharing
import Station
import Typesetting

extension French {
  func sentence(_ error: ShareError) -> String {
    switch error {
    case .missing(let library):
      "Impossible de partager sans le paquet \(library.debianPackage). Installez-le, puis recommencez."
    case .address(let reason):
      "L'adresse de la base partagée est illisible : \(reason.printable). Écrivez-la comme service=offcirc."
    case .passwordInAddress:
      "L'adresse de la base partagée contient un mot de passe, que d'autres pourraient voir. Déplacez-le dans ~/.pgpass, en mode 600."
    case .passwordFileOpen(let path):
      "D'autres peuvent voir les mots de passe dans \(path.printable) : ils ne sont pas utilisés. Faites un chmod 600 de ce fichier."
    case .unreachable(let reason):
      "La base partagée est injoignable : \(reason.printable)."
    case .notAdmitted(let reason):
      "La base partagée refuse ce poste : \(reason.printable). Vérifiez le rôle, le mot de passe et pg_hba.conf."
    case .untrusted(let reason):
      "La base partagée ne peut pas prouver qu'elle est la bonne : \(reason.printable). Vérifiez les dates et le nom d'hôte de son certificat, et sslrootcert ici."
    case .unencrypted(let host):
      "La connexion à \(host.printable) n'est pas chiffrée. Activez TLS sur le serveur, et sslmode=verify-full ici."
    case .noAnswer(let seconds):
      "La base partagée ne répond plus depuis \(seconds) s."
    case .lost(let reason):
      "La connexion à la base partagée est perdue : \(reason.printable)."
    case .refused(let reason, let state):
      "Refus de la base partagée : \(reason.printable) (\(state)). Vérifiez les droits du rôle."
    case .serverTooOld(let version, let needed):
      "Le serveur est en PostgreSQL \(version.printable). Utilisez la version \(needed) ou une plus récente."
    case .encoding(let name):
      "La base est codée en \(name.printable). Créez-la en UTF8."
    case .notPrepared:
      "La base n'est pas préparée. Lancez offcirc share init avec le rôle qui la possède."
    case .olderSchema(let step, let needed):
      "La base partagée en est à l'étape \(step), et cet OffCirc demande l'étape \(needed). Lancez offcirc share init avec le rôle qui la possède."
    case .newerSchema(let step, let known):
      "La base partagée en est à l'étape \(step), et cet OffCirc connaît l'étape \(known). Installez la nouvelle version sur ce poste."
    case .mayNotPublish(let role):
      "Le rôle \(role.printable) ne peut pas modifier les listes de la bibliothèque. Utilisez un ordinateur qui a le rôle d'un référent."
    case .listsBusy:
      "Un autre ordinateur modifie les listes de la bibliothèque. Relancez la commande plus tard."
    case .listCut(let name):
      "La liste \(name.printable) est arrivée incomplète : les listes restent inchangées. Relancez la commande."
    case .fork(let station, let sequence):
      "La base partagée a un autre événement \(sequence) du poste \(station.printable). Le dossier a été copié, et les deux copies ont servi. Plus rien n'est partagé. Gardez les deux dossiers, et fusionnez leurs OffCirc.dat."
    case .ahead(let station, let count):
      "La base partagée a \(counting(count, "événement")) du poste \(station.printable) en plus de son journal. Plus rien n'est partagé. Récupérez le journal avec offcirc recover --share."
    case .unknownStation(let station):
      "La base partagée n'a rien du poste \(station.printable). offcirc share status donne la liste des postes."
    case .severalStations([]):
      "La base partagée n'a aucun poste de ce rôle. offcirc share status donne la liste des postes."
    case .severalStations(let stations):
      "La base partagée a \(stations.count) postes pour ce rôle. Donnez l'un d'eux : \(stations.joined(separator: ", ").printable)."
    case .file(let error): sentence(error)
    }
  }

  func sentence(_ warning: Sharer.Warning) -> String {
    switch warning {
    case .error(let error): sentence(error)
    case .clock(let lead):
      "L'horloge \(lead < 0 ? "retarde" : "avance") de \(span(lead)) sur celle de la base partagée. Réglez celle qui est fausse."
    case .lists:
      "Impossible de prendre les nouvelles listes de la bibliothèque : les anciennes restent. Pour savoir pourquoi : offcirc share lists."
    }
  }

  private func span(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    return switch minutes {
    case ..<120: "\(minutes) min"
    case ..<2_880: "\(minutes / 60) h"
    default: "\(minutes / 1_440) jours"
    }
  }

  func clockLead(_ seconds: Int) -> String {
    seconds.magnitude < 60 ? "" : (seconds < 0 ? "−" : "") + span(seconds)
  }

  var noShare: String {
    "Il manque l'adresse d'une base partagée. Donnez-la par --share, OFFCIRC_SHARE ou les réglages."
  }

  func prepared(_ schema: Schema) -> [String] {
    let database = schema.database.printable
    return [
      schema.steps.isEmpty
        ? "La base \(database) était déjà préparée."
        : "La base \(database) est préparée.",
      "Dans psql, créez un rôle pour chaque poste et chaque référent :",
    ] + schema.loginRoles.map { "  " + $0.printable } + [
      "Dans pg_hba.conf, ne les acceptez qu'avec TLS :",
      "  " + schema.admission.printable,
    ]
  }

  var shareHeadings: [String] {
    [
      "Bureau", "Poste", "Rôle", "Vu", "Événements", "En attente", "Horloge",
      "Listes",
    ]
  }

  var nothingShared: String { "Aucun poste n'a encore rien partagé." }

  func sentence(_ lists: SharedLists) -> String {
    guard let published = lists.published else {
      return "La base partagée n'a encore aucune liste."
    }
    return
      "Listes de la bibliothèque : version \(lists.version), publiée le \(moment(published)) par \(lists.role.printable), \(counting(lists.files.count, "liste"))."
  }

  func publishedLists(_ version: Int) -> String {
    "Les listes de la bibliothèque sont celles de cet ordinateur : version \(version)."
  }

  var listsOnlyHere: String {
    "Seules les listes de cet ordinateur ont changé. Publiez-les plus tard avec offcirc share lists --publish."
  }

  func ownLists(_ count: Int) -> String {
    "\(counting(count, "liste n'existe", "listes n'existent")) que sur cet ordinateur. Pour publier : offcirc share lists --publish, avec le rôle d'un référent."
  }

  func fetched(_ count: Int, into folder: String) -> String {
    "Écrit : \(counting(count, "journal", "journaux")), dans \(folder.printable)."
  }

  var nothingToFetch: String {
    "La base partagée n'a aucune transaction qui ne soit pas archivée."
  }

  func unsaved(_ count: Int, at status: ShareStatus) -> String {
    "\(status.name.printable) : \(counting(count, "transaction n'est pas sauvegardée, et n'est donc pas prise", "transactions ne sont pas sauvegardées, et ne sont donc pas prises")). Sauvegardez sur ce poste avec \(key(.save)), puis relancez la commande."
  }

  func lagging(_ status: ShareStatus) -> String {
    let name = status.name.printable
    let events = counting(status.waitingCount, "événement")
    guard status.isSilent else {
      return
        "\(name) : \(events) en attente d'envoi. Relancez la commande plus tard."
    }
    let waiting =
      status.waitingCount > 0 ? ", avec \(events) en attente d'envoi" : ""
    return
      "\(name) : sans nouvelles depuis le \(moment(status.heard))\(waiting). Ce qu'il a enregistré ensuite n'est pas ici."
  }

  func sharedLinesToErase(_ count: Int, olderThan days: Int) -> String {
    "Dans la base partagée, de plus de \(counting(days, "jour")) : \(counting(count, "ligne"))."
  }

  func erasedShared(_ count: Int) -> String {
    "Supprimé de la base partagée : \(counting(count, "ligne"))."
  }

  func shared(_ standing: Sharer.Standing) -> String {
    switch standing {
    case .upToDate: "Partagé : à jour"
    case .waiting(let count, let since):
      "Partagé : \(count) en attente depuis \(dates.clock(since))"
    case .off(let since): "Partagé : coupé depuis \(dates.clock(since))"
    }
  }
}
