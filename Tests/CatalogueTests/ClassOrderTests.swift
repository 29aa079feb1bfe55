import Testing

@testable import Catalogue

/// The pupils of classes, as a class register has them.
struct ClassOrderTests {
  @Test func pupilsAreInTheOrderOfTheirNames() throws {
    let folder = ListFolder()
    let list = try folder.write(
      """
      borrower,name,class
      E1,MARTINEZ Ana,3B
      E2,MARTIN Zoé,3B
      E3,ÉMILE Léo,3B
      E4,ZOLA Eva,3B
      E5,Martin Abel,4A
      E6,WITHOUT Class,
      """)
    try folder.add([list], level: .classes)
    let names = try Catalogue(folder.catalogue).borrowersInClasses()
      .map(\.name)
    #expect(
      names == [
        "ÉMILE Léo", "Martin Abel", "MARTIN Zoé", "MARTINEZ Ana", "ZOLA Eva",
      ])
  }

  @Test func withoutKeptClassesThereAreNone() throws {
    let folder = ListFolder()
    let list = try folder.write("borrower,name,class\nE1,ZOLA Eva,3B\n")
    try folder.add([list], level: .names)
    #expect(try Catalogue(folder.catalogue).borrowersInClasses().isEmpty)
  }
}
