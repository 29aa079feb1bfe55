import Circulation
import Languages
import Settings
import Station
import Support
import Testing

@testable import Offload

@Suite struct KitChecklistTests: KitMaking {
  let folder = TestFolder()

  private func kit(of desks: [String?]) throws -> Kit {
    let path = folder.write(day, to: "a.dat")
    let uploads = try zip(desks, Kit.names(ofFilesFor: desks)).map {
      desk, name in
      Kit.Upload(
        name: name, desk: desk, sources: [], overlaps: [],
        content: try FileContent(of: path), unreadable: UnreadableLines(),
        leftOutCount: 0, shared: [], conflicts: [], conflictCount: 0,
        decided: [], decidedCount: 0)
    }
    return Kit(
      folder: "/home/m/kit", time: time, uploads: uploads, emptyFiles: [])
  }

  private func checklist(_ desks: [String?], _ language: Language) throws
    -> Document
  {
    Document(
      checklistFor: try kit(of: desks), language.words,
      language: language.rawValue)
  }

  @Test func theChecklistInEnglish() throws {
    #expect(
      try checklist(["Annexe", nil], .english).text == """
        Upload to Alma: checklist
        =========================

        Kit /home/m/kit, made on Sun 22 Nov 2026 07:52. Follow the steps in order.
        Upload each file only once.

        Before
        ------

        [ ] 1.  Alma is back, and no desk has restarted lending in it.
        [ ] 2.  offcirc check finds no errors or warnings in these files.
        [ ] 3.  Configuration > Fulfillment > Physical Fulfillment > Block Preferences:
                "Item is currently on loan by another patron" is ____________________.
                Change "Handle Automatically" during the upload: it can corrupt loans.

        Upload
        ------

          - Choose the file's circulation desk. Alma records its transactions there.
          - Open Fulfillment > Advanced Tools > Offline Circulation and choose the file.
          - Click Upload and Validate File Content, then Refresh until the status is
            Completed Successfully.
          - Note both numbers. The first, or their sum, must be the number of lines. If
            not, it is the wrong file or was not read completely.

        [ ] 1.  Annexe: 1-Annexe.dat, 3 lines, 21 Nov to 22 Nov 2026, SHA-256 43a47428…:
                completed ______, failed ______.
        [ ] 2.  ____________________: 2-OffCirc.dat, 3 lines, 21 Nov to 22 Nov 2026,
                SHA-256 43a47428…: completed ______, failed ______.

        After
        -----

        [ ] 1.  Set the block back to the value noted above.
        [ ] 2.  View and export each report, then run offcirc reconcile REPORT FILE.
        [ ] 3.  At each station, run offcirc archive. Otherwise its OffCirc.dat will be
                uploaded again after the next outage.
        [ ] 4.  Lending in Alma can restart.

          - Stations check no blocks, and have no due dates, renewals or holds. Alma
            also records loans to blocked users.
          - Items excluded from loan are due at once. Change their due dates by hand.
          - "Item not found": to do. No item has this barcode.
          - "User not found": to do. Often another number on the card was scanned.
          - "Return item failed, item was not on loan": nothing to do (in-house use).
          - "A later action on this item happened": nothing to do.

        """)
  }

  @Test func theChecklistInFrench() throws {
    #expect(
      try checklist([nil], .french).text == """
        Déchargement dans Alma : liste de contrôle
        ==========================================

        Lot /home/m/kit, préparé le dim. 22/11/2026 à 07:52. Suivez les étapes dans
        l'ordre. Ne déchargez chaque fichier qu'une seule fois.

        Avant
        -----

        [ ] 1.  Alma est disponible, et le prêt informatisé n'a repris nulle part.
        [ ] 2.  offcirc check ne trouve ni erreur ni avertissement dans ces fichiers.
        [ ] 3.  Configuration > Services aux usagers > Services aux lecteurs –
                exemplaires physiques > Préférences de blocage. « Item is currently on
                loan by another patron » vaut ____________________. Changez « Traiter
                automatiquement » pendant le déchargement : risque d'incohérences.

        Déchargement
        ------------

          - Sélectionnez le bureau de prêt du fichier. Alma y impute ses transactions.
          - Services aux usagers > Outils avancés > « Prêt secours / Retour secours ».
          - Choisissez le fichier, « Télécharger et valider le contenu du fichier »,
            puis « Rafraîchir » jusqu'à « Terminé avec succès ».
          - Notez les deux nombres. Le premier, ou leur somme, doit être le nombre de
            lignes. Sinon, ce n'est pas le bon fichier, ou il est incomplet.

        [ ] 1.  ____________________ : OffCirc.dat, 3 lignes, du 21/11 au 22/11/2026,
                SHA-256 43a47428… : terminés ______, échecs ______.

        Après
        -----

        [ ] 1.  Rétablissez la valeur du blocage notée plus haut.
        [ ] 2.  Exportez chaque rapport, puis lancez offcirc reconcile RAPPORT FICHIER.
        [ ] 3.  Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera
                déchargé à nouveau après la prochaine panne.
        [ ] 4.  Le prêt informatisé peut rouvrir.

          - Les postes ne connaissent ni blocage, ni date de retour, ni renouvellement,
            ni réservation. Alma enregistre aussi les prêts aux usagers bloqués.
          - Documents exclus du prêt : à rendre aussitôt. Modifiez leur date de retour.
          - « Item not found » : à traiter. Aucun exemplaire n'a ce code-barres.
          - « User not found » : à traiter. C'est souvent un autre numéro de la carte.
          - « Return item failed, item was not on loan » : rien à faire (consultation).
          - « A later action on this item happened » : rien à faire.

        """)
  }

  @Test(arguments: Language.allCases)
  func theChecklistOfEightDesksIsOnePage(_ language: Language) throws {
    let desks = [
      "Bibliothèque de droit", "Sciences et santé", "Annexe", "Lettres",
      "Réserve", "Salle de lecture", "IUT Montluçon", "Médiathèque centrale",
    ]
    let lines = try checklist(desks, language).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func theChecklistToPrintHasEveryStep() throws {
    let html = try checklist(["Annexe <2>", nil], .french).html
    #expect(html.contains("<html lang=\"fr\">"))
    #expect(html.contains("<h1>Déchargement dans Alma\u{a0}: liste de"))
    #expect(html.contains("Annexe &lt;2&gt;\u{a0}: 1-Annexe-2.dat, 3 lignes"))
    #expect(html.contains("«\u{a0}Prêt secours / Retour secours\u{a0}»"))
    #expect(html.contains("@page { size: A4;"))
    #expect(html.matches(of: /<li>/).count == 19)
  }
}
