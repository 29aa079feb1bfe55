import Terminal

/// The parts that things on the screen play, and how each of them looks.
struct Palette {
  enum Role: Hashable, CaseIterable {
    case ground
    case title
    case frame
    case label
    case focusedLabel
    case field
    case selectedField
    case disabledField
    case button
    case mnemonic
    case focusedButton
    case disabled
    case listHead
    case line
    case selectedLine
    case focusedLine
    case information
    case recorded
    case warning
    case refusal
    case question
  }

  private let styles: [Role: Style]

  /// The colours of the original, or none at all.
  init(hasColors: Bool) {
    styles = hasColors ? Self.colors : Self.monochrome
  }

  subscript(role: Role) -> Style { styles[role] ?? .plain }

  private static let colors: [Role: Style] = [
    .ground: .color(.white, on: .blue),
    .title: .color(.white, on: .blue).bold,
    .frame: .color(.white, on: .blue),
    .label: .color(.white, on: .blue),
    .focusedLabel: .color(.yellow, on: .blue).bold,
    .field: .color(.black, on: .white),
    .selectedField: .color(.white, on: .black),
    .disabledField: .color(.cyan, on: .blue),
    .button: .color(.white, on: .blue).bold,
    // A colour too: not every terminal underlines in colour.
    .mnemonic: .color(.yellow, on: .blue).bold.underlined,
    .focusedButton: .color(.black, on: .yellow),
    .disabled: .color(.cyan, on: .blue),
    .listHead: .color(.cyan, on: .blue).bold.underlined,
    .line: .color(.white, on: .blue),
    .selectedLine: .color(.black, on: .cyan),
    .focusedLine: .color(.black, on: .yellow),
    .information: .color(.white, on: .blue),
    .recorded: .color(.green, on: .blue).bold,
    .warning: .color(.yellow, on: .blue).bold,
    .refusal: .color(.white, on: .red).bold,
    .question: .color(.black, on: .white),
  ]

  private static let monochrome: [Role: Style] = [
    .title: .plain.bold,
    .focusedLabel: .plain.bold,
    .field: .plain.reversed,
    .selectedField: .plain.reversed.bold,
    .disabledField: .plain.dim,
    .button: .plain.bold,
    .mnemonic: .plain.bold.underlined,
    .focusedButton: .plain.reversed,
    .disabled: .plain.dim,
    .listHead: .plain.underlined,
    .selectedLine: .plain.bold,
    .focusedLine: .plain.reversed,
    .recorded: .plain.bold,
    .warning: .plain.bold,
    .refusal: .plain.reversed.bold,
    .question: .plain.reversed,
  ]
}

extension Notice.Kind {
  var role: Palette.Role {
    switch self {
    case .information: .information
    case .recorded: .recorded
    case .warning: .warning
    case .refusal: .refusal
    }
  }
}
