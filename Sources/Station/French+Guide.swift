import Offload

extension French {
  var guideAbstract: String { "Afficher un guide, ou la liste des guides." }

  var guideDiscussion: String {
    "Un guide s'ouvre dans $PAGER, ou dans less. Si la sortie standard n'est pas un terminal, il est écrit en texte. Pour imprimer une page pour le bureau de prêt : offcirc guide desk | lp"
  }

  var guideChapter: String { "Nom du guide ; sans nom, liste des guides." }

  var guideListHeading: String { "Guides. Pour en lire un : offcirc guide NOM" }

  func unknownGuide(_ name: String, all: [String]) -> String {
    "\(name.quotable) n'est pas un guide. Les guides sont \(counting.list(all, .and))."
  }
}
