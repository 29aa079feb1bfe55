/// The words of a report's table, as pages in many languages have them.
///
/// They only tell where a line's number and its message stand: what a message
/// says is left as it is.
enum ReportHeads {
  /// What stands above the numbers of the lines.
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

  /// What stands above the messages.
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

  /// What stands before the number that a message names, without its colon.
  static let number: Set = [
    "barcode", "bar code", "code-barres", "code à barres", "code barres",
    "strichcode", "código de barras", "codigo de barras", "código de barra",
    "codi de barres", "codice a barre", "codice barre", "streepjescode",
    "streckkod", "strekkode", "stregkode", "viivakoodi", "kod kreskowy",
    "čárový kód", "čiarový kód", "vonalkód", "cod de bare", "barkod",
    "штрихкод", "штрих-код", "баркод", "γραμμωτός κώδικας", "条形码", "条码",
    "條碼", "バーコード", "바코드", "ברקוד", "باركود", "الباركود",
  ]

  /// Whether a head is that of the numbers of lines for certain, and not of a
  /// column that only counts.
  static func isLine(_ head: String) -> Bool {
    line.contains(head) && head.contains(where: \.isLetter)
  }

  /// Whether a head is that of the numbers that the messages name.
  static func isNumber(_ head: String) -> Bool {
    number.contains { head.hasPrefix($0) || head.hasSuffix($0) }
  }

  /// The first words of what stands above the numbers of the lines.
  static let firstWordsOfLine = Set(
    line.compactMap { $0.split(separator: " ").first.map(String.init) })

  private static let longestNumber = number.map(\.count).max() ?? 0
  private static let lastOfNumber = Set(number.compactMap(\.last))

  /// Where the words stand that say that a number follows, from a place on.
  static func numberLabel(
    in text: String, from start: String.Index
  ) -> Range<String.Index>? {
    // Most texts have none.
    guard text.utf8.contains(where: { $0 == 0x3a || $0 == 0xef }) else {
      return nil
    }
    var rest = text[start...]
    while let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      rest = text[text.index(after: colon)...]
      var before = text[start..<colon]
      while before.last == " " { before.removeLast() }
      // Most colons stand behind another word.
      guard
        let label = numberLabel(atEndOf: before),
        let from = text.index(
          before.endIndex, offsetBy: -label.count, limitedBy: start)
      else { continue }
      return from..<text.index(after: colon)
    }
    return nil
  }

  /// The words before a number that a text ends with; nil if it does not.
  static func numberLabel(atEndOf text: Substring) -> String? {
    guard
      let last = text.last?.lowercased().first, lastOfNumber.contains(last)
    else { return nil }
    let end = text.suffix(longestNumber).lowercased()
    return number.first { end.hasSuffix($0) }
  }
}
