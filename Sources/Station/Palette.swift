import Settings
import Terminal

/// The parts that things on the screen play, and how each of them looks.
struct Palette {
  enum Role: Hashable, CaseIterable {
    case ground
    case title
    /// The title while returns are taken.
    case returnTitle
    case frame
    case label
    case focusedLabel
    case field
    /// The item's field while returns are taken.
    case returnField
    case selectedField
    case disabledField
    case button
    /// The key that stands on a button.
    case key
    case mnemonic
    case focusedButton
    case disabled
    /// Over a list, or a part of a page.
    case listHeading
    case line
    /// A line of every other reader.
    case otherLine
    case selectedLine
    case focusedLine
    case information
    case recorded
    case warning
    case refusal
    /// Both ends of a refusal, with nothing on them.
    case refusalEdge
    case question
    case questionTitle
    case questionKey
  }

  private let styles: [Role: Style]

  /// A theme, in the colours that a terminal has.
  init(_ theme: Theme = .blue, depth: ColorDepth = .indexed) {
    styles =
      switch theme {
      case _ where depth == .none: Self.mono
      case .blue: Self.blue(depth)
      case .contrast: Self.contrast(depth)
      case .mono: Self.mono
      }
  }

  private init(styles: [Role: Style]) {
    self.styles = styles
  }

  subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// Returns the palette with each style changed.
  func changing(_ change: (Role, Style) -> Style) -> Palette {
    Palette(
      styles: Dictionary(
        uniqueKeysWithValues: Role.allCases.map { ($0, change($0, self[$0])) }))
  }

  /// Red in every theme; where white on red can't be read everywhere, the ends
  /// of the line are.
  static func refusal(_ depth: ColorDepth) -> [Role: Style] {
    let style: Style =
      switch depth {
      case .none, .basic: .color(.black, on: .white)
      case .boldIsBright: .color(.white, on: .red).bold
      case .bright: .color(.brightWhite, on: .red).bold
      case .indexed: .color(.indexed(231), on: .indexed(160)).bold
      }
    let isRed = style.colors?.foreground != .black
    return [
      .refusal: style,
      .refusalEdge: isRed ? style : .color(.white, on: .red),
    ]
  }

  /// Attributes alone; none of them makes a text fainter.
  private static let mono: [Role: Style] = [
    .title: .plain.bold,
    .returnTitle: .plain.reversed.bold,
    .focusedLabel: .plain.bold,
    .field: .plain.reversed,
    .returnField: .plain.underlined.bold,
    .selectedField: .plain.reversed.bold,
    .button: .plain.bold,
    .mnemonic: .plain.bold.underlined,
    .focusedButton: .plain.reversed,
    .listHeading: .plain.bold.underlined,
    .otherLine: .plain.underlined,
    .selectedLine: .plain.bold,
    .focusedLine: .plain.reversed,
    .recorded: .plain.bold,
    .warning: .plain.bold,
    .refusal: .plain.reversed.bold,
    .refusalEdge: .plain.reversed.bold,
    .question: .plain.reversed,
    .questionTitle: .plain.bold,
    .questionKey: .plain.bold,
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
