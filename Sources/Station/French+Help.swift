import Circulation
import Offload

extension French {
  var helpKeysHead: String { "Cinq touches" }

  func help(folder: StationFolder) -> [HelpSection] {
    [
      HelpSection(
        title: "Prêter et reprendre",
        paragraphs: [
          "Prêt : scannez la carte, puis chaque exemplaire. Ensuite F4 et le suivant.",
          "Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : prêt.",
          "Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.",
        ]),
      HelpSection(
        title: "En cas d'erreur",
        paragraphs: [
          "Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.",
          "Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z la rétablit.",
        ]),
      HelpSection(
        title: "Ce que ce poste ne fait pas",
        paragraphs: [
          "Ni blocage, ni date de retour, ni renouvellement, ni réservation.",
          "Ne prêtez pas les documents exclus du prêt : à rendre aussitôt.",
        ]),
      HelpSection(
        title: "En fin de journée",
        paragraphs: [
          "F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.",
          "F2 ajoute la liste à OffCirc.dat, que le système de la bibliothèque lira après la panne. Pour la suite : F9.",
        ]),
      HelpSection(
        title: "Et aussi",
        paragraphs: [
          "Vous pouvez scanner pendant que cette page est ouverte.",
          "Numéro douteux : scannez-le à nouveau pour le confirmer ; sinon, il est ignoré. La liste le marque d'un point d'interrogation.",
          "Quand le poste distingue cartes et exemplaires, il redemande ce qui n'est pas à sa place. Scannez-le à nouveau : une carte commence l'emprunteur suivant, un exemplaire attend sa carte.",
          "Plusieurs lignes collées sont d'abord montrées : F2 les enregistre, Échap les ignore.",
          "OffCirc.dat a des lignes d'un autre jour ? Demandez à la personne référente si elles ont été déchargées : alors le fichier doit partir, sinon elles le seront deux fois. Vous pouvez continuer. F9 puis F8 : écarter l'avertissement pour ce jour.",
          "Les fichiers sont dans \(folder.path.printable).",
        ]),
    ]
  }
}
