import Terminal

// White on blue, as the original has it. Each pair is readable, a contrast of
// 4.5 to 1, in the colours that terminals give to these numbers.
extension Palette {
  static func blue(_ depth: ColorDepth) -> [Role: Style] {
    let changes: [Role: Style] =
      switch depth {
      case .none, .basic: [:]
      case .boldIsBright: boldIsBright
      case .bright: bright
      case .indexed: indexed
      }
    return basic.merging(changes) { $1 }.merging(refusal(depth)) { $1 }
  }

  /// Styles for terminals on which bold may not be brighter: white on blue, and
  /// black on white, green or cyan, can be read everywhere.
  private static let basic: [Role: Style] = [
    .ground: .color(.white, on: .blue),
    .title: .color(.white, on: .blue).bold,
    .returnTitle: .color(.black, on: .green),
    .frame: .color(.white, on: .blue),
    .label: .color(.white, on: .blue),
    .focusedLabel: .color(.white, on: .blue).bold,
    .field: .color(.black, on: .white),
    .returnField: .color(.black, on: .green),
    .selectedField: .color(.white, on: .black),
    .disabledField: .color(.white, on: .blue),
    .button: .color(.white, on: .blue).bold,
    .key: .color(.black, on: .cyan),
    .mnemonic: .color(.white, on: .blue).bold.underlined,
    .focusedButton: .color(.black, on: .white),
    .disabled: .color(.white, on: .blue),
    .listHeading: .color(.white, on: .blue).bold.underlined,
    .line: .color(.white, on: .blue),
    .otherLine: .color(.white, on: .black),
    .selectedLine: .color(.black, on: .cyan),
    .focusedLine: .color(.black, on: .white),
    .information: .color(.white, on: .blue),
    .recorded: .color(.white, on: .blue).bold,
    .warning: .color(.black, on: .cyan),
    .question: .color(.black, on: .white),
    .questionTitle: .color(.white, on: .blue).bold,
    .questionKey: .color(.white, on: .blue),
  ]

  private static let boldIsBright: [Role: Style] = [
    .focusedLabel: .color(.yellow, on: .blue).bold,
    .mnemonic: .color(.yellow, on: .blue).bold.underlined,
    .listHeading: .color(.cyan, on: .blue).bold.underlined,
    .recorded: .color(.green, on: .blue).bold,
    .warning: .color(.yellow, on: .blue).bold,
  ]

  private static let bright: [Role: Style] = [
    .ground: .color(.brightWhite, on: .blue),
    .title: .color(.brightWhite, on: .blue).bold,
    .frame: .color(.brightWhite, on: .blue),
    .label: .color(.brightWhite, on: .blue),
    .focusedLabel: .color(.brightWhite, on: .blue).bold,
    .selectedField: .color(.brightWhite, on: .black),
    .disabledField: .color(.brightWhite, on: .blue),
    .button: .color(.brightWhite, on: .blue).bold,
    .mnemonic: .color(.brightWhite, on: .blue).bold.underlined,
    .disabled: .color(.brightWhite, on: .blue),
    .listHeading: .color(.brightWhite, on: .blue).bold.underlined,
    .line: .color(.brightWhite, on: .blue),
    .otherLine: .color(.brightWhite, on: .black),
    .information: .color(.brightWhite, on: .blue),
    .recorded: .color(.brightWhite, on: .blue).bold,
    .questionTitle: .color(.brightWhite, on: .blue).bold,
    .questionKey: .color(.brightWhite, on: .blue),
  ]

  /// Colours that are the same everywhere, whatever the user has made of the
  /// first sixteen.
  private static let indexed: [Role: Style] = {
    let blue = Color.indexed(18)
    let white = Color.indexed(231)
    let black = Color.indexed(16)
    let yellow = Color.indexed(228)
    let green = Color.indexed(114)
    return [
      .ground: .color(white, on: blue),
      .title: .color(white, on: blue).bold,
      .returnTitle: .color(black, on: green).bold,
      .frame: .color(white, on: blue),
      .label: .color(white, on: blue),
      .focusedLabel: .color(yellow, on: blue).bold,
      .field: .color(black, on: white),
      .returnField: .color(black, on: green),
      .selectedField: .color(white, on: black),
      .disabledField: .color(.indexed(250), on: blue),
      .button: .color(white, on: blue).bold,
      .key: .color(yellow, on: blue),
      .mnemonic: .color(yellow, on: blue).bold.underlined,
      .focusedButton: .color(black, on: yellow),
      .disabled: .color(.indexed(250), on: blue),
      .listHeading: .color(.indexed(159), on: blue).bold.underlined,
      .line: .color(white, on: blue),
      .otherLine: .color(white, on: .indexed(24)),
      .selectedLine: .color(black, on: .indexed(116)),
      .focusedLine: .color(black, on: yellow),
      .information: .color(white, on: blue),
      .recorded: .color(.indexed(120), on: blue).bold,
      .warning: .color(yellow, on: blue).bold,
      .question: .color(black, on: white),
      .questionTitle: .color(white, on: blue).bold,
      .questionKey: .color(white, on: blue),
    ]
  }()
}
