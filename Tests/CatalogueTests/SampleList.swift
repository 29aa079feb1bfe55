import Foundation

/// Lists as other systems write them, with `Marker` where they have what must
/// never be read.
enum SampleList {
  /// The tables of a `borrowers.db` by KOC.
  static let koc = """
    CREATE TABLE borrowers(borrowernumber INTEGER PRIMARY KEY, cardnumber,
      surname, firstname, address, city, phone, dateofbirth TEXT,
      total_fines REAL);
    CREATE INDEX c ON borrowers(cardnumber);
    CREATE TABLE issues(borrowernumber INTEGER, date_due, itemcallnumber,
      title, itemtype);
    INSERT INTO borrowers VALUES(1, 'C1', 'Name1', 'First', 'Marker 1',
      'Marker', 'Marker', 'Marker', 2.5);
    INSERT INTO borrowers VALUES(2, '00042', 'Name2', NULL, 'Marker 1',
      'Marker', 'Marker', 'Marker', NULL);
    INSERT INTO issues VALUES(1, '2026-12-24', 'A', 'T', 'BK');
    """

  /// The tables of a `borrowers.db` by `create_koc_db.pl`.
  static let koha = """
    CREATE TABLE borrowers(password varchar(60), firstname mediumtext,
      email mediumtext, cardnumber varchar(32), sex varchar(1),
      borrowernumber int(11), userid varchar(75), surname mediumtext,
      dateexpiry date, lost tinyint(1), debarred date, categorycode,
      total_fines decimal(28,6));
    CREATE TABLE issues(date_due datetime, barcode varchar(20), title,
      borrowernumber int(11), itemcallnumber, itemnotes, itype);
    INSERT INTO borrowers VALUES('Marker', 'First', 'Marker', 'C1', 'Marker',
      7, 'Marker', 'Name1', '2027-09-30', 0, NULL, 'ST', 2.5);
    INSERT INTO borrowers VALUES('Marker', 'First', 'Marker', 'C2', 'Marker',
      8, 'Marker', 'Name2', '2020-09-30', 1, NULL, 'ST', 0);
    INSERT INTO borrowers VALUES('Marker', 'First', 'Marker', 'C3', 'Marker',
      9, 'Marker', 'Name3', '2027-09-30', 0, '2020-01-01', 'ST', 0);
    INSERT INTO issues VALUES('2026-12-24 23:59:00', '4711', 'Title', 7, 'A 1',
      'Marker', 'BK');
    """

  /// The JSON of Koha's `download.pl`.
  static let download = """
    {"patrons": {"C1": {"cardnumber": "C1", "surname": "N\\u00e4me \\ud83d\\ude00",
      "firstname": null, "email": "Marker", "sex": "Marker",
      "dateexpiry": "2027-09-30", "lost": 0, "debarred": "9999-12-31",
      "debarredcomment": "Marker"},
      "C2": {"cardnumber": "C2", "surname": "Two", "lost": "1"}},
     "finished": 1, "more": [1, {"items": {}}, "}"],
     "items": {"0815": {"barcode": "0815", "title": "A \\"title\\"",
      "callnumber": "A 1", "itemnumber": 9, "materials": "Marker"}},
     "issues": {"4711": {"barcode": "4711", "cardnumber": "C1",
      "borrower_name": "Marker", "date_due": "2026-12-24 23:59:00"}}}
    """

  /// The users of Alma in XML.
  static let users = """
    <?xml version="1.0" encoding="UTF-8"?>
    <users><user><record_type>PUBLIC</record_type>
    <primary_id>id1</primary_id><first_name>Élise</first_name>
    <last_name>One &amp; Two</last_name>
    <gender>Marker</gender><password>Marker</password>
    <user_group desc="Students">ST</user_group>
    <expiry_date>2027-09-30Z</expiry_date>
    <contact_info><addresses><address><line1>Marker</line1></address>
    </addresses></contact_info>
    <user_identifiers>
    <user_identifier><value>B1</value><id_type>BARCODE</id_type>
    </user_identifier>
    <user_identifier><id_type desc="Barcode">BARCODE</id_type><value>B2</value>
    </user_identifier>
    <user_identifier><id_type>UNIV</id_type><value>U1</value></user_identifier>
    </user_identifiers>
    <user_blocks><user_block><block_description>Owes</block_description>
    </user_block></user_blocks></user>
    <user><primary_id>id2</primary_id><last_name>Three</last_name></user>
    </users>
    """

  /// Two records of MARC 21 with items.
  static let marc =
    record(
      [
        ("245", texts([("a", "Équations /"), ("c", "An author")])),
        ("952", texts([("p", "0042"), ("o", "A 1"), ("7", "1")])),
        ("952", texts([("p", "43"), ("q", "2026-12-24")])),
      ], leader: "a")
    + record([("245", texts([("a", "B")])), ("952", texts([("p", "44")]))])

  /// Returns a record of ISO 2709; the leader is its tenth character.
  static func record(
    _ fields: [(String, [(String, Data)])], leader: String = " "
  ) -> Data {
    var directory = Data()
    var content = Data()
    for (tag, subfields) in fields {
      var field = Data("  ".utf8)
      for (code, value) in subfields {
        field += Data("\u{1f}\(code)".utf8) + value
      }
      field.append(0x1e)
      directory += Data(
        (tag + String(format: "%04d%05d", field.count, content.count)).utf8)
      content += field
    }
    let base = 24 + directory.count + 1
    let length = String(format: "%05d", base + content.count + 1)
    let start = String(format: "%05d", base)
    return Data("\(length)nam \(leader)22\(start)   4500".utf8) + directory
      + Data([0x1e]) + content + Data([0x1d])
  }

  /// Returns subfields whose values are texts.
  static func texts(_ values: [(String, String)]) -> [(String, Data)] {
    values.map { ($0.0, Data($0.1.utf8)) }
  }
}
