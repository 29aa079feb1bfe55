import Circulation
import Glibc
import Testing

@testable import Languages
@testable import Station

/// Whatever the system refuses is told in words, with what to do.
@Suite struct FailureWordsTests {
  @Test func noReasonOfTheSystemReachesAPersonAsItIs() {
    let acts: [FileFailure.Act] = [
      .createFolder, .open, .read, .write, .synchronize, .truncate, .replace,
      .remove, .lock, .noteSave,
    ]
    for code in 1...Int32(140) {
      let own = String(cString: strerror(code))
      for act in acts {
        let failure = FileFailure(act: act, path: "/f", code: code)
        for words in [English() as any Words, French()] {
          let sentence = words.sentence(failure)
          #expect(!sentence.contains(own), "\(code): \(sentence)")
          #expect(!sentence.contains("(\(code))"), "\(code): \(sentence)")
        }
      }
    }
  }

  @Test func theStandardStreamsHaveNames() {
    for (act, path, english, french) in [
      (
        FileFailure.Act.read, FileFailure.standardInput,
        "Cannot read standard input:", "Impossible de lire l'entrée standard :"
      ),
      (
        .write, FileFailure.standardOutput, "Cannot write standard output:",
        "Impossible d'écrire dans la sortie standard :"
      ),
    ] {
      let failure = FileFailure(act: act, path: path, code: EIO)
      #expect(English().sentence(failure).hasPrefix(english))
      #expect(French().sentence(failure).hasPrefix(french))
    }
  }

  @Test func whatIsNotKnownNamesItsNumberAtTheEnd() {
    let failure = FileFailure(act: .write, path: "/f", code: 133)
    #expect(English().sentence(failure).hasSuffix(": 133."))
    #expect(French().sentence(failure).hasSuffix(" : 133."))
  }
}
