import Terminal

// Black and white alone carry the text, with a mark of colour where it helps.
extension Palette {
  static func contrast(_ depth: ColorDepth) -> [Role: Style] {
    let isIndexed = depth == .indexed
    let black = isIndexed ? Color.indexed(16) : .black
    let white =
      isIndexed ? Color.indexed(231) : depth == .bright ? .brightWhite : .white
    // A ground of the first eight is as bright as a terminal lets it be.
    let light = isIndexed ? white : .white
    let marked = isIndexed ? Color.indexed(226) : .cyan
    let returning = isIndexed ? Color.indexed(120) : .green
    let text = Style.color(white, on: black)
    let reversed = Style.color(black, on: light)
    let styles: [Role: Style] = [
      .ground: text,
      .title: text.bold,
      .returnTitle: .color(black, on: returning),
      .frame: text,
      .label: text,
      .focusedLabel: text.bold,
      .field: reversed,
      .returnField: .color(black, on: returning),
      .selectedField: .color(black, on: marked),
      .disabledField: text,
      .button: text.bold,
      .key: text,
      .mnemonic: text.bold.underlined,
      .focusedButton: .color(black, on: marked),
      .disabled: text,
      .listHeading: text.bold.underlined,
      .line: text,
      .otherLine: text.underlined,
      .selectedLine: reversed,
      .focusedLine: .color(black, on: marked),
      .information: text,
      .recorded: text.bold,
      .warning: .color(black, on: marked),
      .question: reversed,
      .questionTitle: text.bold,
      .questionKey: text,
    ]
    return styles.merging(refusal(depth)) { $1 }
  }
}
