import Support
import Terminal
import Testing

@testable import Settings
@testable import Station

// The stages of the morning from the kit on, as they are seen.
extension MorningRoomTests {
  private func screen(
    _ language: Language, _ size: Size, after keys: [Key],
    reports: [String] = []
  ) throws -> String {
    let work = Work(folder: folder.path)
    work.texts = reports
    var station = try station(twoFiles(), language, size, work: work)
    for key in keys { press(key, on: &station) }
    return screen(station)
  }

  @Test func theFilesAsDecidedInEnglish() throws {
    let seen = try screen(
      .english, .usual, after: [.function(2), .function(2), .function(5)])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 3/6: the files as decided ────────────────┐
        │ The kit was made.                                                            │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ F5: make the kit. F2: go on. F3: back. F10: close.                           │
        │ F5 makes the kit. Later decisions do not change it.                          │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theFilesAsDecidedInFrenchOnTheSmallestScreen() throws {
    let seen = try screen(
      .french, .least, after: [.function(2), .function(2), .function(5)])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 3/6 : les fichiers d…───┐
        │ The kit was made.                                        │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ F5 : préparer le lot. F2 : suite. F3 : retour. F10 :     │
        │ fermer.                                                  │
        │ F5 prépare le lot. Il ne change plus après.              │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theReportsInEnglish() throws {
    let seen = try screen(
      .english, .usual,
      after: [
        .function(2), .function(2), .function(5), .function(2), .function(2),
      ], reports: ["report.html"])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 5/6: reports ─────────────────────────────┐
        │ Done: 0 of 2.                                                                │
        │  Done  Step                                                                  │
        │ report.html                                                                  │
        │ ▸[ ]   1. Do it.                                                             │
        │        Line  Note                                                            │
        │  [ ]   1     Lent (30 May)                                                   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Enter: tick. F5: report. F6: write corrections. F7: copy the note. F2: go    │
        │ on. F3: back. F10: close.                                                    │
        │ Paste a report, put it in the folder, or give it: F5.                        │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theReportsInFrenchOnTheSmallestScreen() throws {
    let seen = try screen(
      .french, .least,
      after: [
        .function(2), .function(2), .function(5), .function(2), .function(2),
      ], reports: ["report.html"])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 5/6 : rapports ─────────┐
        │ Fait : 0 sur 2.                                          │
        │  Fait  Étape                                             │
        │ report.html                                              │
        │ ▸[ ]   1. Do it.                                         │
        │        Line  Note                                        │
        │  [ ]   1     Lent (30 May)                               │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Entrée : cocher. F5 : rapport. F6 : écrire les           │
        │ corrections. F7 : copier la note. F2 : suite. F3 :       │
        │ retour. F10 : fermer.                                    │
        │ Collez un rapport, mettez-le dans le dossier, ou F5.     │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func whatIsStillToDoInEnglish() throws {
    let seen = try screen(
      .english, .usual,
      after: [
        .function(2), .function(2), .function(5), .function(2), .function(2),
        .function(2),
      ])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 6/6: archive ─────────────────────────────┐
        │ Done: 0 of 1.                                                                │
        │  Done  Step                                                                  │
        │ To do                                                                        │
        │ Central                                                                      │
        │ ▸[ ]   1. Archive it.                                                        │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ F5: archive. Enter: tick. F3: back. F10: close.                              │
        │ The account was written. Archive what is at hand: F5.                        │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func whatIsStillToDoInFrenchOnTheSmallestScreen() throws {
    let seen = try screen(
      .french, .least,
      after: [
        .function(2), .function(2), .function(5), .function(2), .function(2),
        .function(2),
      ])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 6/6 : archivage ────────┐
        │ Fait : 0 sur 1.                                          │
        │  Fait  Étape                                             │
        │ To do                                                    │
        │ Central                                                  │
        │ ▸[ ]   1. Archive it.                                    │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ F5 : archiver. Entrée : cocher. F3 : retour. F10 :       │
        │ fermer.                                                  │
        │ Bilan écrit. Archivez les postes accessibles : F5.       │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }
}
