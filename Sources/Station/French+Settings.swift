import Circulation
import Offload
import Scanning
import Settings

// What the settings say, and what is wrong with them.
extension French {
  func sentence(_ fault: SettingsFault) -> String {
    switch fault {
    case .unreadable(let failure): sentence(failure)
    case .tooLarge(let most):
      "il dépasse \(most / 1_000) ko, ce que des réglages ne font jamais. Donnez le bon fichier à --config."
    case .notUTF8:
      "ce n'est pas du texte en UTF-8. Enregistrez le fichier de nouveau en UTF-8."
    case .notTOML(let reason):
      "ce n'est pas du TOML (\(reason.printable)). Corrigez ; offcirc settings --example montre comment l'écrire."
    case .strayBackslash:
      "la barre oblique inverse a un sens à part entre guillemets. Mettez les motifs entre apostrophes : '^\\d{11}$'."
    case .notChangeable:
      "le fichier est écrit d'une façon qui ne peut être modifiée ici. Modifiez-le à la main."
    case .unknownSection(let near?):
      "cette section n'existe pas. Vouliez-vous dire [\(near.rawValue)] ?"
    case .unknownSection(nil):
      "cette section n'existe pas. Prenez \(Self.list(SettingsSection.allCases.map { "[\($0.rawValue)]" }))."
    case .notASection:
      "ce doit être une section. Écrivez son nom entre crochets sur une ligne à part, et ses clés dessous."
    case .unknownKey(let near?):
      "cette clé n'existe pas. Vouliez-vous dire \(near.rawValue) ?"
    case .unknownKey(nil):
      "cette clé n'existe pas. offcirc settings --example les montre toutes."
    case .misplacedKey(let sections):
      "cette clé n'est pas à sa place. Mettez-la sous \(Self.list(sections.map { "[\($0.rawValue)]" }))."
    case .wrongType(let value, let kind):
      "\(value.quotable) n'est pas ce qu'elle prend. Écrivez \(name(of: kind))."
    case .unknownWord(let word, _, let near?):
      "« \(word.quotable) » n'est pas un de ses mots. Vouliez-vous dire \"\(near)\" ?"
    case .unknownWord(let word, let known, nil):
      "« \(word.quotable) » n'est pas un de ses mots. Écrivez \(Self.list(known.map { "\"\($0)\"" }))."
    case .pattern(let pattern, let fault):
      "le motif \(pattern.quotable) \(clause(fault))"
    case .tooManyPatterns(let most):
      "il y a plus de \(most) motifs. Réunissez-en avec |."
    case .deadLink(let path, let target):
      "les réglages sont illisibles : \(path.printable) est un lien vers \(target.printable), qui n'est pas là. Branchez son disque ou supprimez le lien."
    case .outOfRange(let number, let range):
      "\(number) est trop \(number < range.lowerBound ? "petit" : "grand"). Écrivez un nombre de \(range.lowerBound) à \(range.upperBound)."
    case .empty: "c'est vide. Écrivez une valeur, ou retirez-la."
    case .controlCharacter(let text):
      "\(text.quotable) contient un caractère invisible. Retirez-le ; si vous avez écrit une barre oblique inverse, mettez des apostrophes à la place des guillemets."
    case .otherHome(let path):
      "\(path.quotable) est chez un autre utilisateur. Écrivez le chemin entier."
    }
  }

  private func clause(_ fault: Pattern.Fault) -> String {
    switch fault {
    case .notUnderstood(let reason, let place):
      "est incompréhensible (\(reason.printable), au caractère \(place)). Corrigez-le ou retirez-le."
    case .tooLong(let byteCount, let most):
      "fait \(byteCount) octets ; un motif en a \(most) au plus. Raccourcissez-le."
    case .tooCostly:
      "prend trop de temps avec certains numéros. Écrivez-le sans répétition dans une répétition."
    }
  }

  func sentence(_ name: UnusableName) -> String {
    switch name {
    case .argument(let name):
      "l'argument \(name.printable) n'est pas du texte en UTF-8. Renommez ce qu'il désigne et donnez le nouveau nom."
    case .variable(let variable, let name):
      "$\(variable) n'est pas du texte en UTF-8 : \(name.printable). Donnez-lui un nom qui en est."
    case .home(let name):
      "le nom de votre dossier personnel n'est pas du texte en UTF-8 : \(name.printable). Mettez dans $HOME un dossier dont le nom en est."
    case .currentFolder(let name):
      "le nom du dossier courant n'est pas du texte en UTF-8 : \(name.printable). Allez dans un autre dossier et donnez des chemins entiers."
    }
  }

  func moreProblems(_ count: Int) -> String {
    count == 1
      ? "1 autre réglage est faux." : "\(count) autres réglages sont faux."
  }

  func patternsLeftOut(others count: Int) -> String {
    switch count {
    case 0: "D'ici là, aucun numéro ne lui est comparé."
    case 1: "D'ici là, aucun numéro ne lui est comparé, ni à 1 autre motif."
    default:
      "D'ici là, aucun numéro ne lui est comparé, ni à \(count) autres motifs."
    }
  }

  func costly(_ pattern: Pattern) -> String {
    "le motif \(pattern.text.quotable) a pris trop de temps avec un numéro. Écrivez-le sans répétition dans une répétition."
  }
}
