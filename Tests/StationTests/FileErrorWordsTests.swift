import Circulation
import Glibc
import Testing

@testable import Languages
@testable import Station

/// Whatever the system refuses is told in words, with what to do.
@Suite struct FileErrorWordsTests {
  @Test func noReasonOfTheSystemReachesAPersonAsItIs() {
    let operations: [FileError.Operation] = [
      .createFolder, .open, .read, .write, .synchronize, .truncate, .replace,
      .remove, .lock, .noteSave,
    ]
    for code in 1...Int32(140) {
      let own = String(cString: strerror(code))
      for operation in operations {
        let failure = FileError(operation: operation, path: "/f", code: code)
        for words in [English() as any Words, French()] {
          let sentence = words.sentence(failure)
          #expect(!sentence.contains(own), "\(code): \(sentence)")
          #expect(!sentence.contains("(\(code))"), "\(code): \(sentence)")
        }
      }
    }
  }

  @Test func theStandardStreamsHaveNames() {
    for (operation, path, english, french) in [
      (
        FileError.Operation.read, FileError.standardInput,
        "Cannot read standard input:", "Impossible de lire l'entrée standard :"
      ),
      (
        .write, FileError.standardOutput, "Cannot write standard output:",
        "Impossible d'écrire dans la sortie standard :"
      ),
    ] {
      let failure = FileError(operation: operation, path: path, code: EIO)
      #expect(English().sentence(failure).hasPrefix(english))
      #expect(French().sentence(failure).hasPrefix(french))
    }
  }

  @Test func whatIsNotKnownNamesItsNumberAtTheEnd() {
    let failure = FileError(operation: .write, path: "/f", code: 133)
    #expect(English().sentence(failure).hasSuffix(": 133."))
    #expect(French().sentence(failure).hasSuffix(" : 133."))
  }
}
