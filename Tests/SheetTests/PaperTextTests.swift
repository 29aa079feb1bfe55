import Settings
import Testing
import Textbooks

@testable import Languages
@testable import Sheet

/// Papers as plain text, whole, in both languages.
struct PaperTextTests {
  private func text(
    _ kind: PaperKind, _ language: Language, _ account: PupilAccount? = nil,
    hasDue: Bool = true
  ) -> String {
    let words = language.words
    let isReceipt = kind == .receipt || kind == .loanLabels
    let due = PaperSamples.time(isReceipt ? 2027 : 2026, 6, 22)
    return PaperSamples.printout(
      kind, [account ?? PaperSamples.account(words)],
      at: isReceipt ? PaperSamples.september : PaperSamples.june,
      due: hasDue ? due : nil, in: words
    ).texts.joined(separator: "\n").replacing("\u{a0}", with: " ")
  }

  @Test func aReceiptHasEachCopyAndALineToSign() {
    #expect(
      text(.receipt, .english, PaperSamples.handedOut) == """
        Receipt for textbooks
        =====================
        LAMBERT Zoé, class 3B
        School year 2026–2027 – 1 Sep 2026
        E0412

        Copy     Title                   State    Price
        -------  ----------------------  -------  -------
        3105412  Histoire 3e – Horizons  2 good   27.90 €
        3104878  Maths 3e – Sigma        1 new    31.50 €
        3109001  –                       unknown  –

        3 copies

        I have received these copies in the states listed. I will return them by 22 Jun
        2027.

        Place and date ______________________________
        Signature ______________________________

        """)
    #expect(
      text(.receipt, .french, PaperSamples.handedOut, hasDue: false) == """
        Reçu de manuels
        ===============
        LAMBERT Zoé, classe 3B
        Année scolaire 2026-2027 – 01/09/2026
        E0412

        Exemplaire  Titre                   État           Prix
        ----------  ----------------------  -------------  -------
        3105412     Histoire 3e – Horizons  2 en bon état  27,90 €
        3104878     Maths 3e – Sigma        1 neuf         31,50 €
        3109001     –                       inconnu        –

        3 exemplaires

        J'ai reçu ces exemplaires dans l'état indiqué. Je les rendrai à la fin du prêt.

        Lieu et date ______________________________
        Signature ______________________________

        """)
  }

  @Test func aStatementHasWhatIsBackWhatIsDueAndWhatIsOut() {
    #expect(
      text(.statement, .english) == """
        Statement of textbooks
        ======================
        LAMBERT Zoé, class 3B
        School year 2025–2026 – 23 Jun 2026
        E0412

        Copies returned or lost
        -----------------------

        Copy     Title                   Returned on  At the start  At the end
        -------  ----------------------  -----------  ------------  ------------------
        3103300  Français 3e             23 Jun 2026  1 new         1 new
        3105412  Histoire 3e – Horizons  23 Jun 2026  2 good        3 slightly damaged
        3109001  Latin 3e – Via          23 Jun 2026  1 new         5 lost

        Fines
        -----

        Copy     Title                   Amount  Stage
        -------  ----------------------  ------  -----------
        3105412  Histoire 3e – Horizons  9.30 €  provisional
            Fee of the title: 9.30 €
        3109001  Latin 3e – Via          ?       provisional
            Unknown price: decide the amount
        3107755  Anglais 4e              5.00 €  paid
            Fixed amount: 5.00 €

        To pay: 9.30 €. To decide: 1 amount. Paid: 5.00 €.

        Copies not returned
        -------------------

        Copy     Title             Lent on     State
        -------  ----------------  ----------  ------
        3104878  Maths 3e – Sigma  1 Sep 2025  2 good

        Place and date ______________________________
        Signature ______________________________

        """)
    let french = text(.statement, .french)
    for line in [
      "Bilan des manuels", "Année scolaire 2025-2026 – 23/06/2026",
      "Exemplaires rendus ou perdus",
      "3109001     Latin 3e – Via          23/06/2026  1 neuf         5 perdu",
      "    Prix inconnu : fixez le montant",
      "À payer : 9,30 €. À fixer : 1 montant. Payé : 5,00 €.",
      "Exemplaires non rendus",
    ] {
      #expect(french.split(separator: "\n").contains(line[...]), "\(french)")
    }
  }

  @Test func whoHasReturnedAllReadsIt() {
    let account = PupilAccount(
      of: Pupil(number: "E1", name: nil, schoolClass: nil),
      loans: [
        PaperSamples.loan(
          "1", "Maths", from: 2, to: 2, returned: PaperSamples.june)
      ])
    let text = text(.statement, .english, account)
    #expect(text.contains("All copies have been returned."))
    #expect(text.contains("\nCopies returned\n"))
    #expect(!text.contains("Fines"))
    // A number is all that is kept.
    #expect(text.contains("======\nE1\nSchool year"))
  }

  @Test func aReminderHasWhatIsOverdueAndWhatIsDue() {
    #expect(
      text(.reminder, .french) == """
        Manuels : rappel
        ================
        LAMBERT Zoé, classe 3B
        Année scolaire 2025-2026 – 23/06/2026
        E0412

        Aux responsables légaux de l'élève LAMBERT Zoé

        Ces exemplaires devaient être rendus au plus tard le 22/06/2026. Ils ne l'ont
        pas été.

        Exemplaire  Titre             Prêté le    État
        ----------  ----------------  ----------  -------------
        3104878     Maths 3e – Sigma  01/09/2025  2 en bon état

        Amendes
        -------

        Exemplaire  Titre                   Montant  Étape
        ----------  ----------------------  -------  ----------
        3105412     Histoire 3e – Horizons  9,30 €   provisoire
            Amende du titre : 9,30 €
        3109001     Latin 3e – Via          ?        provisoire
            Prix inconnu : fixez le montant

        À payer : 9,30 €. À fixer : 1 montant.

        Merci de rendre les exemplaires et de régler les amendes. Si un exemplaire est
        perdu, prévenez l'établissement.

        """)
    let english = text(.reminder, .english, hasDue: false)
    #expect(english.contains("\nThese copies have not been returned.\n"))
    #expect(english.contains("To the parents or guardians of LAMBERT Zoé"))
  }

  @Test func nobodyIsRemindedWithoutReason() {
    let words = Language.english.words
    let early = PupilAccount(
      of: PaperSamples.pupil,
      loans: PaperSamples.handedOut.loans.map { loan in
        var loan = loan
        loan.isOverdue = false
        return loan
      })
    #expect(PaperSamples.printout(.reminder, [early], in: words).isEmpty)
    let nobody = PupilAccount(of: PaperSamples.pupil)
    for kind in PaperKind.allCases {
      let printout = PaperSamples.printout(kind, [nobody], in: words)
      let isOfAll = kind == .classList || kind == .contactSheet
      #expect(printout.isEmpty != isOfAll, "\(kind)")
    }
  }

  @Test func aClassListHasEveryPupilAndEveryTitle() {
    let words = Language.english.words
    let accounts = [
      PupilAccount(
        of: Pupil(number: "E1", name: "ADAM Léa", schoolClass: "3B")),
      PaperSamples.handedOut,
    ]
    let text = PaperSamples.printout(
      .classList, accounts, at: PaperSamples.september, in: words
    ).texts.joined()
    #expect(
      text == """
        Textbooks of the class – 3B
        ===========================
        School year 2026–2027 – 1 Sep 2026
        2 pupils, 1 with copies: 3 copies

        Pupil        Number  Copies  Titles
        -----------  ------  ------  -------------------------------------------
        ADAM Léa     E1      0
        LAMBERT Zoé  E0412   3       Histoire 3e – Horizons, Maths 3e – Sigma, –

        Copies of each title
        --------------------

        Title                   Copies
        ----------------------  ------
        Histoire 3e – Horizons  1
        Maths 3e – Sigma        1
        –                       1

        """)
  }

  @Test func withoutNamesThePapersHaveNumbers() {
    let account = PupilAccount(
      of: Pupil(number: "E7", name: nil, schoolClass: "3B"),
      loans: PaperSamples.handedOut.loans)
    for language in Language.allCases {
      for kind in PaperKind.allCases {
        let text = text(kind, language, account)
        #expect(text.contains("E7"), "\(text)")
        #expect(!text.contains("–  E7"), "\(text)")
      }
    }
  }

  @Test func aLabelSaysWhoseTheCopyIs() {
    #expect(
      text(.loanLabels, .english, PaperSamples.handedOut).hasPrefix(
        """
        LAMBERT Zoé
        E0412  3B – 2025–2026
        Histoire 3e – Horizons
        3105412  2 good

        LAMBERT Zoé
        """))
  }

  @Test func nothingIsObeyedByATerminal() {
    let escape = "\u{1b}[2J"
    let account = PupilAccount(
      of: Pupil(number: "E1", name: escape, schoolClass: escape),
      loans: [PaperSamples.loan("1", escape, from: 1)])
    for kind in PaperKind.allCases {
      #expect(!text(kind, .english, account).contains("\u{1b}"), "\(kind)")
    }
  }

  @Test func aSheetOfLabelsIsWrittenAsPeopleSayIt() {
    #expect(LabelSheet("3x8") == .usual && LabelSheet("3X8") == .usual)
    #expect(LabelSheet("2×7")?.count == 14)
    for text in ["", "3", "3x", "x8", "0x8", "5x8", "3x11", "3x8x1", "-1x2"] {
      #expect(LabelSheet(text) == nil, "\(text)")
    }
  }
}
