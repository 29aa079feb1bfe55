extension JobReport.Head {
  private enum Field: CaseIterable {
    case process, name, started, finished, status, processed, exceptions
    /// A field that is not used, but ends the one before it.
    case other

    /// The labels in English and in the French interface.
    var labels: [String] {
      switch self {
      case .process:
        [
          "process id", "job id", "id du processus", "id du traitement",
          "identifiant du processus", "identifiant du traitement",
        ]
      case .name: ["name", "job name", "nom", "nom du traitement"]
      case .started:
        ["started on", "start time", "démarré le", "commencé le", "début"]
      case .finished: ["finished on", "end time", "terminé le", "fini le"]
      case .status: ["status", "statut", "état", "statut de traitement"]
      case .processed:
        [
          "records processed", "enregistrements traités",
          "enregistrements terminés",
        ]
      case .exceptions:
        [
          "records with exceptions", "enregistrements avec échecs",
          "enregistrements avec exceptions",
          "enregistrements avec des exceptions",
        ]
      case .other:
        [
          "total run time", "created by", "status date", "durée totale",
          "temps d'exécution total", "créé par", "date du statut",
          "date de statut",
        ]
      }
    }
  }

  private static let labels = Field.allCases.flatMap { field in
    field.labels.map { (text: $0, field: field) }
  }.sorted { $0.text.count > $1.text.count }

  /// Finds the fields in the rows above a table.
  init(in rows: [[String]]) {
    var open: Field?
    for (index, row) in rows.enumerated() {
      let cells = row.filter { !$0.isEmpty }
      let fields = cells.map { Self.field(labelled: $0) }
      // A row of labels above a row of values.
      if cells.count > 1, fields.allSatisfy({ $0 != nil }) {
        if index + 1 < rows.count {
          let values = rows[index + 1].filter { !$0.isEmpty }
          if values.count == cells.count {
            for case (let field?, let value) in zip(fields, values) {
              set(field, value)
            }
          }
        }
        open = nil
        continue
      }
      let parts = Self.parts(of: cells)
      if parts.first?.field == nil, let field = open, let part = parts.first {
        set(field, part.text)
      }
      open = nil
      for (part, next) in zip(
        parts, parts.dropFirst().map(Optional.some) + [nil])
      {
        guard let field = part.field else { continue }
        if let next {
          if next.field == nil { set(field, next.text) }
        } else {
          open = field
        }
      }
    }
  }

  private static func field(labelled text: String) -> Field? {
    let text = text.lowercased()
    let name =
      text.hasSuffix(":") ? String(text.dropLast()).collapsingWhitespace : text
    return labels.first { $0.text == name }?.field
  }

  /// Returns the labels and the texts between them, in order.
  private static func parts(
    of cells: [String]
  ) -> [(field: Field?, text: String)] {
    var parts: [(field: Field?, text: String)] = []
    for cell in cells {
      guard var label = label(at: cell[...]) else {
        parts.append((nil, cell))
        continue
      }
      // Only a cell that begins with a label can contain more.
      while true {
        parts.append((label.field, ""))
        let rest = label.rest
        let next = rest.indices.lazy.filter { rest[$0] == " " }
          .compactMap { blank in
            Self.label(at: rest[rest.index(after: blank)...])
              .map { (end: blank, label: $0) }
          }.first
        let text = String(rest[..<(next?.end ?? rest.endIndex)])
          .collapsingWhitespace
        if !text.isEmpty { parts.append((nil, text)) }
        guard let next else { break }
        label = next.label
      }
    }
    return parts
  }

  /// Returns the label at the beginning of a text, and the text after it.
  private static func label(
    at text: Substring
  ) -> (field: Field, rest: Substring)? {
    guard text.first?.isUppercase ?? false else { return nil }
    let beginning = text.prefix(40).lowercased()
    for (label, field) in labels where beginning.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      guard let next = rest.first else { return (field, rest) }
      if next == " " || next == ":" {
        return (field, rest.drop { $0 == " " || $0 == ":" })
      }
    }
    return nil
  }

  private mutating func set(_ field: Field, _ value: String) {
    let count = Int(value.filter { !" .,".contains($0) })
    switch field {
    case .process: process = process ?? value
    case .name: name = name ?? value
    case .started: started = started ?? value
    case .finished: finished = finished ?? value
    case .status: status = status ?? value
    case .processed: processed = processed ?? count
    case .exceptions: exceptions = exceptions ?? count
    case .other: break
    }
  }
}
