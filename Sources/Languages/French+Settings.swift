import Circulation
import Offload
import Scanning
import Settings
import Station
import Typesetting

extension French {
  func sentence(_ error: SettingsError) -> String {
    switch error {
    case .unreadable(let error): sentence(error)
    case .tooLarge(let maximum):
      "fichier trop gros pour des réglages (plus de \(maximum / 1_000) ko). Indiquez le bon avec --config."
    case .notUTF8:
      "ce n'est pas du texte en UTF-8. Enregistrez le fichier en UTF-8."
    case .notTOML(let issue):
      "ce n'est pas du TOML (\(clause(issue))). Corrigez-le. Pour un exemple : offcirc settings --example."
    case .strayBackslash:
      "la barre oblique inverse a un sens particulier entre guillemets. Mettez les motifs entre apostrophes : '^\\d{11}$'."
    case .notChangeable:
      "OffCirc ne peut pas modifier le fichier tel qu'il est écrit. Modifiez-le à la main."
    case .unknownSection(let near?):
      "cette section n'existe pas. Vouliez-vous dire [\(near.rawValue)] ?"
    case .unknownSection(nil):
      "cette section n'existe pas. Utilisez \(either(SettingsSection.allCases))."
    case .notASection:
      "ce doit être une section. Écrivez son nom entre crochets sur une ligne à part, et ses clés dessous."
    case .unknownKey(let near?):
      "cette clé n'existe pas. Vouliez-vous dire \(near.rawValue) ?"
    case .unknownKey(nil):
      "cette clé n'existe pas. Pour les voir toutes : offcirc settings --example."
    case .misplacedKey(let sections):
      "cette clé n'est pas dans la bonne section. Mettez-la dans \(either(sections))."
    case .wrongType(let value, let kind):
      "valeur non valable : \(value.quotable). Écrivez \(name(of: kind))."
    case .unknownWord(let word, _, let near?):
      "valeur inconnue : « \(word.quotable) ». Vouliez-vous dire \"\(near)\" ?"
    case .unknownWord(let word, let known, nil):
      "valeur inconnue : « \(word.quotable) ». Écrivez \(either(known))."
    case .pattern(let pattern, let error):
      "le motif \(pattern.quotable) \(clause(error))"
    case .tooManyPatterns(let maximum):
      "il y a plus de \(maximum) motifs. Réunissez-en avec |."
    case .statusLabel(let flaw): clause(flaw)
    case .chargeRule(let flaw): clause(flaw)
    case .deadLink(let path, let target):
      "réglages illisibles : \(path.printable) est un lien vers \(target.printable), qui n'existe pas. Branchez son disque, ou supprimez le lien."
    case .outOfRange(let number, let range):
      "\(number) est trop \(number < range.lowerBound ? "petit" : "grand"). Écrivez un nombre de \(range.lowerBound) à \(range.upperBound)."
    case .empty: "la valeur est vide. Écrivez-en une, ou supprimez la clé."
    case .controlCharacter(let text):
      "\(text.quotable) contient un caractère invisible. Supprimez-le. Après une barre oblique inverse, préférez les apostrophes aux guillemets."
    case .otherHome(let path):
      "\(path.quotable) est dans le dossier personnel d'un autre utilisateur. Écrivez le chemin complet."
    }
  }

  private func either(_ sections: [SettingsSection]) -> String {
    counting.list(sections.map { "[\($0.rawValue)]" }, .or)
  }

  private func either(_ words: [String]) -> String {
    counting.list(words.map { "\"\($0)\"" }, .or)
  }

  private func clause(_ error: PatternError) -> String {
    switch error {
    case .notUnderstood(let issue, let place):
      "n'est pas valable (\(clause(issue)), au caractère \(place)). Corrigez-le, ou supprimez-le."
    case .tooLong(let byteCount, let maximum):
      "est trop long : \(byteCount) octets, \(maximum) au maximum. Raccourcissez-le."
    case .tooCostly:
      "prend trop de temps avec certains numéros. Évitez une répétition dans une répétition."
    }
  }

  func moreIssues(_ count: Int) -> String {
    counting(
      count, "autre réglage n'est pas valable",
      "autres réglages ne sont pas valables") + "."
  }

  func patternsLeftOut(others count: Int) -> String {
    let rest =
      count == 0
      ? ""
      : ", ni de \(counting(count, "autre", "autres"))"
    return "D'ici là, le poste n'en tient pas compte\(rest)."
  }

  func costly(_ pattern: Pattern) -> String {
    "le motif \(pattern.text.quotable) a pris trop de temps avec un numéro. Évitez une répétition dans une répétition."
  }

  // MARK: Values

  func place(_ line: Int, of file: String) -> String {
    "\(file.printable), ligne \(line)"
  }

  func name(of kind: SettingsKey.ValueType) -> String {
    switch kind {
    case .text: "un texte entre guillemets"
    case .folder: "le chemin d'un dossier, entre guillemets"
    case .file: "le chemin d'un fichier, entre guillemets"
    case .word(let words): either(words)
    case .words(let words): "une liste de \(either(words))"
    case .day: "une date, par exemple \"2026-12-18\""
    case .dayCounts:
      "une liste de noms avec leurs jours, par exemple [\"DVD = 7\"]"
    case .statusLabels:
      "une liste de numéros avec libellés, par exemple [\"3 = un peu usé\"]"
    case .letters: "une à quatre lettres, par exemple \"M\""
    case .courses:
      "une liste de cours avec deux chiffres, par exemple [\"Français = 10\"]"
    case .chargeRules:
      "une liste de règles, par exemple [\"1-2 -> 3 = fee\"]"
    case .fee:
      "une part comme \"1/3\", une somme comme \"8.30\", ou \"ask\""
    case .money: "une somme entre guillemets, par exemple \"8.30\""
    case .printer:
      "le chemin d'une imprimante, ou \"cups:NOM\""
    case .texts: "une liste de textes, entre guillemets droits"
    case .columns: "une liste de colonnes, chacune sous la forme \"champ=nom\""
    case .patterns: "une liste de motifs, entre apostrophes"
    case .numbers(let range):
      "une liste de nombres de \(range.lowerBound) à \(range.upperBound)"
    case .number(let range):
      "un nombre de \(range.lowerBound) à \(range.upperBound)"
    case .boolean: "true (oui) ou false (non)"
    }
  }

  func takes(_ kind: String) -> String { "Valeur : \(kind)." }
}
