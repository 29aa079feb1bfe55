import Typesetting

// What the parser of the command line says.
extension French {
  func sentence(_ error: ParserFault) -> String {
    switch error {
    case .unknownOption(let option, let near?):
      "Option inconnue : \(option.quotable). Vouliez-vous dire \(near) ?"
    case .unknownOption(let option, nil):
      "Option inconnue : \(option.quotable)."
    case .missingValue(let option): "Indiquez une valeur : \(option)"
    case .unexpectedValue(let value, let option):
      "\(option) ne prend pas de valeur, mais « \(value.quotable) » est indiqué."
    case .unexpectedArguments(let arguments):
      "\(arguments.count == 1 ? "Argument en trop" : "Arguments en trop") : \(arguments.map(\.quotable).joined(separator: ", "))."
    case .missingArgument(let argument): "Il manque \(argument)."
    case .invalidValue(let value, let option):
      "Valeur non valable pour \(option) : « \(value.quotable) »."
    case .unknownValue(let value, let option, let known):
      "Valeur non valable pour \(option) : « \(value.quotable) ». Écrivez \(counting.list(known, .or))."
    case .refusedValue(let value, let option, let reason):
      "Valeur non valable pour \(option) : « \(value.quotable) ». \(reason)"
    case .unknownShell(let shell?, let known):
      "Pas de complétion pour le shell « \(shell.quotable) ». Écrivez \(counting.list(known, .or))."
    case .unknownShell(nil, let known):
      "Shell inconnu. Écrivez \(counting.list(known, .or))."
    case .noShell(let option):
      "\(option) est pour les shells. offcirc n'en est pas un : il n'exécute aucune commande."
    }
  }

  func text(_ text: ParserText) -> String {
    switch text {
    case .error: "Erreur : "
    case .help: "Aide : "
    case .usage: "Usage : "
    case .usageHeading: "USAGE : "
    case .arguments: "ARGUMENTS :"
    case .options: "OPTIONS :"
    case .commands: "COMMANDES :"
    case .showHelp: "Afficher l'aide."
    case .showVersion: "Afficher la version."
    case .command: "commande"
    }
  }

  func defaultValue(_ value: String) -> String { "(par défaut : \(value))" }

  func seeMore(_ command: String) -> String {
    "Pour l'aide : \(command)."
  }

  func seeDetails(_ command: String) -> String {
    "Pour l'aide sur une commande : \(command)."
  }
}
