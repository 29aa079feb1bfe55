import Testing

@testable import Circulation

@Suite struct PathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/", ".", "a"), ("/a", "/", "a"), ("/", "/", ""),
    ("", ".", ""), (".", ".", "."), ("..", ".", ".."), ("a//b/", "a", "b"),
    ("/a/é", "/a", "é"), ("./a", ".", "a"),
  ])
  func aPathHasAFolderAndAName(
    _ path: String, _ folder: String, _ name: String
  ) {
    #expect(path.folder == folder)
    #expect(path.lastName == name)
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"), ("", "b", "b"),
    ("a", "b/c", "a/b/c"), ("a", ".", "a/."), (".", "b", "./b"),
    ("..", "b", "../b"), ("a", "", "a"),
  ])
  func aNameIsJoinedToAFolder(
    _ folder: String, _ name: String, _ path: String
  ) {
    #expect(folder.appending(path: name) == path)
  }

  @Test(arguments: [
    ("/a/./b/../c", "/a/c"), ("/../a", "/a"), ("/a/", "/a"),
    ("~/a", "/home/m/a"), ("~", "/home/m"), ("/~/a", "/~/a"),
  ])
  func aPathFromTheRootHasNoDetours(_ path: String, _ whole: String) {
    #expect(path.fromRoot(home: "/home/m") == whole)
  }

  @Test func aRelativePathBeginsInTheCurrentFolder() throws {
    let here = try #require(PosixFileSystem.currentFolder)
    let folder = String(decoding: here, as: UTF8.self)
    #expect("".fromRoot() == folder)
    #expect("~/a".fromRoot() == folder.appending(path: "~/a"))
    #expect("b/../a".fromRoot() == folder.appending(path: "a"))
  }

  @Test(arguments: [
    ("a", ".a.offcirc-new"), ("/b/a", "/b/.a.offcirc-new"),
    ("b/a", "b/.a.offcirc-new"), ("b/a/", "b/.a.offcirc-new"),
  ])
  func anUnfinishedFileIsInTheSameFolder(_ path: String, _ hidden: String) {
    #expect(path.temporarySibling == hidden)
  }
}
