import Foundation
import Seeded
import Testing

@testable import Catalogue

/// One table of a thousand copies in many dresses: the catalogues are equal.
struct DressTests {
  /// A way in which the table is written.
  struct Dress: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let write: @Sendable ([[String]]) -> Data
  }

  /// The copies, with a header; each title has three.
  static let table: [[String]] = {
    var random = SeededGenerator(seed: 24)
    let titles = (0..<334).map { number in
      let words = [
        "Équations", "« cœur »", "12, rue", "a;b", "\"the\"", "x|y", "l'été",
        "& <b>", "100 %",
      ].shuffled(using: &random).prefix(4)
      return "T\(number) " + words.joined(separator: " ")
    }
    return [["Barcode", "Title", "Author", "Call Number"]]
      + (0..<1_000).map { index in
        let number =
          index % 7 == 0
          ? "0" + String(10_000 + index)
          : index % 11 == 0 ? "\(index)E5" : String(3_700_000_000 + index)
        return [
          number, titles[index / 3],
          index / 3 % 4 == 0 ? "" : "Müller \(index / 3)", "A \(index)",
        ]
      }
  }()

  private static func text(
    _ separator: String, _ lineEnd: String, _ encoding: String.Encoding,
    mark: [UInt8] = [], trailing: Bool = false
  ) -> @Sendable ([[String]]) -> Data {
    { table in
      let text = table.map { row in
        row.map { cell in
          let isQuoted =
            cell.contains(separator) || cell.contains("\"")
          return isQuoted
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: separator) + (trailing ? separator : "") + lineEnd
      }.joined()
      return Data(mark) + (text.data(using: encoding) ?? Data())
    }
  }

  static let dresses: [Dress] = {
    var dresses: [Dress] = []
    for (name, separator) in [
      ("commas", ","), ("semicolons", ";"), ("tabs", "\t"), ("bars", "|"),
    ] {
      for (encoding, form, mark) in [
        ("UTF-8", .utf8, []), ("UTF-8 with a mark", .utf8, [0xef, 0xbb, 0xbf]),
        ("UTF-16", .utf16LittleEndian, [0xff, 0xfe]),
        ("CP1252", .windowsCP1252, []),
      ] as [(String, String.Encoding, [UInt8])] {
        let isOfWindows = dresses.count % 2 == 1
        dresses.append(
          Dress(
            testDescription:
              "\(name), \(encoding), \(isOfWindows ? "CR LF" : "LF")",
            write: text(
              separator, isOfWindows ? "\r\n" : "\n", form, mark: mark)))
      }
    }
    return dresses + others
  }()

  private static let others = [
    Dress(
      testDescription: "semicolons at the ends",
      write: text(";", "\r\n", .utf8, trailing: true)),
    Dress(
      testDescription: "CR alone",
      write: text(",", "\r", .utf16BigEndian, mark: [0xfe, 0xff])),
    Dress(testDescription: "PMB's TABLEAUCSV") { table in
      Data(
        table.map { row in "\n" + row.map { $0 + "\t" }.joined() }.joined()
          .utf8)
    },
    Dress(testDescription: "a workbook") { StoredZip.workbook($0) },
    Dress(testDescription: "a workbook with a heading") {
      StoredZip.workbook([["Panier n°90"], [], ["Exemplaires:"]] + $0)
    },
    Dress(testDescription: "a page") { table in
      let rows = table.map { row in
        "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
      }
      return Data(
        "<html><h1>x</h1><table>\(rows.joined())</table></html>".utf8)
    },
    Dress(testDescription: "a page of PMB") { table in
      let rows = table.map { row in
        "<tr>"
          + row.map { cell in
            let isNumber = Double(cell) != nil
            return "<td>\(isNumber ? "'" : "")\(escaped(cell))</td>"
          }.joined()
      }
      return Data("<table>\(rows.joined())</table>".utf8)
    },
    Dress(testDescription: "JSON of Koha") { table in
      let records = table.dropFirst().map { row in
        let values = zip(["barcode", "title", "author", "callnumber"], row)
          .map { "\"\($0)\":\"\($1.replacing("\"", with: "\\\""))\"" }
        return "\"\(row[0])\":{\(values.joined(separator: ","))}"
      }
      return Data(
        "{\"finished\":1,\"items\":{\(records.joined(separator: ","))}}".utf8)
    },
  ]

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static let plain: [String] = {
    let lists = ListFolder()
    let data = text(",", "\n", .utf8)(table)
    guard let path = try? lists.write(data, as: "list"),
      (try? lists.add([path])) != nil
    else { return [] }
    return (try? lists.dump()) ?? []
  }()

  @Test func thereAreTwentyFour() {
    #expect(Self.dresses.count == 24)
    #expect(Self.plain.count == 1_000)
  }

  @Test(arguments: dresses)
  func itsCatalogueIsTheSame(_ dress: Dress) throws {
    let lists = ListFolder()
    let outcome = try lists.add([
      lists.write(dress.write(Self.table), as: "list")
    ])
    #expect(outcome.report.kind == .items)
    #expect(
      outcome.rejected.allSatisfy {
        if case .heading = $0.reason { true } else { false }
      })
    #expect(try lists.dump() == Self.plain)
  }

  /// Parts of a list may come in several dresses.
  @Test func filesInSeveralDressesAreOneList() throws {
    let lists = ListFolder()
    let rows = Self.table.dropFirst()
    let paths = try Self.dresses.indices.map { index in
      let part = rows.enumerated().filter {
        $0.offset % Self.dresses.count == index
      }.map(\.element)
      return try lists.write(
        Self.dresses[index].write([Self.table[0]] + part), as: "list\(index)")
    }
    try lists.add(paths)
    #expect(try lists.dump() == Self.plain)
  }
}
