import Scanning
import Settings
import Typesetting

// Errors of syntax in the settings, in parentheses within a sentence.
extension French {
  func clause(_ issue: TOMLFlaw) -> String {
    switch issue {
    case .openHeader: "il manque ] après le nom de la section"
    case .headerWithoutName: "la section n'a pas de nom"
    case .notAKey: "la ligne ne commence ni par une clé ni par une section"
    case .noEqualsSign: "il manque = après la clé"
    case .noValue: "la clé n'a pas de valeur"
    case .unknownValue:
      "valeur non valable ; mettez un texte entre guillemets"
    case .openText: "il manque un guillemet ou une apostrophe"
    case .openList: "il manque une virgule ou ] dans la liste"
    case .noElement: "il manque une valeur dans la liste"
    case .openTable: "il manque une virgule ou }"
    case .notADate: "date ou heure non valable"
    case .unknownEscape: "caractère inconnu après une barre oblique inverse"
    case .excess(let text): "« \(text.quotable) » en trop après la valeur"
    case .definedTwice(let name): "\(name.quotable) est défini deux fois"
    case .manyNames(let maximum): "une clé a plus de \(maximum) noms"
    case .deep(let maximum): "plus de \(maximum) valeurs l'une dans l'autre"
    case .null: "caractère NUL (U+0000)"
    case .other: "erreur de syntaxe"
    }
  }

  func clause(_ issue: PatternFlaw) -> String {
    switch issue {
    case .openParenthesis: "il manque une parenthèse fermante"
    case .strayParenthesis: "parenthèse fermante en trop"
    case .openBracket: "il manque un crochet fermant"
    case .nothingToRepeat: "rien à répéter"
    case .countsOutOfOrder: "nombres inversés dans {}"
    case .countTooLarge: "nombre trop grand dans {}"
    case .rangeOutOfOrder: "intervalle inversé dans []"
    case .backslashAtEnd: "barre oblique inverse à la fin"
    case .unknownEscape: "caractère inconnu après une barre oblique inverse"
    case .unknownGroup: "caractère inconnu après (?"
    case .missingGroup: "renvoi à un groupe absent"
    case .unknownClass: "nom inconnu dans [: :]"
    case .tooDeep: "trop de parenthèses l'une dans l'autre"
    case .other: "erreur de syntaxe"
    }
  }
}
