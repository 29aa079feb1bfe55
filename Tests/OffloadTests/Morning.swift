@testable import Offload

/// A morning with every kind of message.
enum Morning {
  static let file = """
    L 37000034179 9921000000164
    L 37000034180 9921000000146
    L 37000034181 1234
    L TOTO31400 9921000000164
    R 37000034185
    R 3700003418
    L 9921000000164 37000034190
    R 37000034188
    L 37000034191 9921000000165
    L 37000034192 1234
    R 37000034177
    L NEU1 NEU2

    """
  static let report = """
    Process ID	27	Started on	01/06/2018 08:12:47 CEST
    Status	Completed Successfully
    Records processed	12	Records with exceptions	12
    Line	Error Message
    2	User not found. Barcode: 9921000000146
    3	User not found. Barcode: 1234
    4	Item not found. Barcode: TOTO31400
    5	Return item failed, item was not on loan. Barcode: 37000034185
    6	Item not found. Barcode: 3700003418
    7	Item not found. Barcode: 9921000000164
    8	A later action on this item happened. Barcode: 37000034188
    9	Loan <blocked> by policy. Barcode: 37000034191
    10	User not found. Barcode: 1234
    12	Item not found. Barcode: NEU1
    12	User not found. Barcode: NEU2
    11	Item not found. Barcode: 37000034178

    """

  static func worklist(isRetried: Bool = false) throws -> Worklist {
    try Upload.worklist(file, report, isRetried: isRetried)
  }
}
