/// The column headers and labels of a report's table in many languages.
///
/// They only locate line numbers and messages; messages are not translated.
enum ReportHeads {
  /// The headers of the line number column.
  static let line: Set = [
    "line", "line number", "line no", "line no.", "line #", "#", "row",
    "ligne", "numéro de ligne", "n° de ligne", "n° ligne", "nº", "n°",
    "zeile", "zeilennummer", "línea", "linea", "número de línea", "línia",
    "numero di riga", "riga", "linha", "número da linha", "regel",
    "regelnummer", "lijn", "rad", "radnummer", "linje", "linjenummer", "rivi",
    "rivinumero", "wiersz", "numer wiersza", "řádek", "riadok", "sor", "linie",
    "satır", "строка", "номер строки", "γραμμή", "行", "行号", "行番号", "줄",
    "שורה", "سطر", "السطر", "fila", "número de fila", "reihe", "rij", "rang",
    "rangée", "række", "rząd", "rând", "redak", "vrstica", "rida", "ряд",
    "σειρά",
  ]

  /// The headers of the message column.
  static let message: Set = [
    "error message", "message", "error", "error messages", "description",
    "message d'erreur", "message d’erreur", "erreur", "fehlermeldung",
    "fehler", "meldung", "mensaje de error", "mensaje", "missatge d'error",
    "messaggio di errore", "messaggio", "errore", "mensagem de erro",
    "mensagem", "erro", "foutmelding", "foutbericht", "felmeddelande",
    "feilmelding", "fejlmeddelelse", "virheilmoitus", "virhe",
    "komunikat o błędzie", "komunikat", "chybová zpráva", "chybové hlášení",
    "hibaüzenet", "mesaj de eroare", "hata mesajı", "hata",
    "сообщение об ошибке", "ошибка", "μήνυμα σφάλματος", "错误消息", "错误信息",
    "エラーメッセージ", "오류 메시지", "הודעת שגיאה", "رسالة الخطأ",
  ]

  /// The labels before the number in a message, without colon.
  static let number: Set = [
    "barcode", "bar code", "code-barres", "code à barres", "code barres",
    "strichcode", "código de barras", "codigo de barras", "código de barra",
    "codi de barres", "codice a barre", "codice barre", "streepjescode",
    "streckkod", "strekkode", "stregkode", "viivakoodi", "kod kreskowy",
    "čárový kód", "čiarový kód", "vonalkód", "cod de bare", "barkod",
    "штрихкод", "штрих-код", "баркод", "γραμμωτός κώδικας", "条形码", "条码",
    "條碼", "バーコード", "바코드", "ברקוד", "باركود", "الباركود",
  ]

  /// Returns true if a header certainly means line numbers, and not a mere
  /// count.
  static func isLine(_ head: String) -> Bool {
    line.contains(head) && head.contains(where: \.isLetter)
  }

  /// Returns true if a header means the number that the message is about.
  static func isNumber(_ head: String) -> Bool {
    number.contains { head.hasPrefix($0) || head.hasSuffix($0) }
  }

  /// The first words of the headers of the line number column.
  static let firstWordsOfLine = Set(
    line.compactMap { $0.split(separator: " ").first.map(String.init) })

  private static let maximumNumberLength = number.map(\.count).max() ?? 0
  /// The labels by their last character.
  private static let numberByLast = Dictionary(grouping: number) {
    $0.last ?? ":"
  }

  /// Returns the range of the next label of a number, including its colon; nil
  /// if there is none.
  static func numberLabel(
    in text: String, from start: String.Index
  ) -> Range<String.Index>? {
    // Most texts have none.
    guard text.utf8.contains(where: { $0 == 0x3a || $0 == 0xef }) else {
      return nil
    }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    if isASCII, let label = barcodeLabel(in: text, from: start) { return label }
    var rest = text[start...]
    while let colon = isASCII
      ? rest.utf8.firstIndex(of: 0x3a)
      : rest.firstIndex(where: { $0 == ":" || $0 == "：" })
    {
      rest = text[text.index(after: colon)...]
      var before = text[start..<colon]
      while before.last == " " { before.removeLast() }
      // Most colons follow other words.
      guard
        let label = numberLabel(atEndOf: before),
        let from = text.index(
          before.endIndex, offsetBy: -label.count, limitedBy: start)
      else { continue }
      return from..<text.index(after: colon)
    }
    return nil
  }

  /// Returns the range of the first words with a colon in a text of ASCII, if
  /// they are `Barcode:`, as in nearly all messages.
  private static func barcodeLabel(
    in text: String, from start: String.Index
  ) -> Range<String.Index>? {
    let bytes = text.utf8[start...]
    guard let colon = bytes.firstIndex(of: 0x3a) else { return nil }
    var before = bytes[..<colon]
    while before.last == 0x20 { before.removeLast() }
    let label = before.suffix(barcode.count)
    guard
      label.elementsEqual(barcode, by: { $0 | 0x20 == $1 })
    else { return nil }
    return label.startIndex..<bytes.index(after: colon)
  }

  private static let barcode = Array("barcode".utf8)

  /// Returns the label of a number at the end of a text; nil if there is none.
  static func numberLabel(atEndOf text: Substring) -> String? {
    guard
      let last = text.last?.lowercased().first,
      let labels = numberByLast[last]
    else { return nil }
    let end = text.suffix(maximumNumberLength).lowercased()
    return labels.first { end.hasSuffix($0) }
  }
}
