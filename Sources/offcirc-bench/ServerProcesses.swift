import Foundation
import Support

/// The processes of a server, as `/proc` has them.
struct ServerProcesses {
  /// A process with the fields of its `stat`, from the third on.
  private typealias Entry = (number: String, fields: [Substring])

  private let postmaster: String
  private let all: [Entry]

  init(of server: PostgresServer) throws {
    let file = server.folder + "/data/postmaster.pid"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let postmaster = String(text.prefix { $0 != "\n" })
    self.postmaster = postmaster
    all = try FileManager.default.contentsOfDirectory(atPath: "/proc")
      .compactMap { number -> Entry? in
        guard
          let text = try? String(
            contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
          let end = text.lastIndex(of: ")")
        else { return nil }
        // The name before may have blanks.
        let fields = text[end...].dropFirst(2).split(separator: " ")
        guard fields.count > 14 else { return nil }
        return (number, fields)
      }
      .filter { $0.number == postmaster || $0.fields[1] == postmaster }
  }

  /// The processor time of all, also of those that ended, in seconds.
  var processorSeconds: Double {
    let ticks = all.flatMap { process in
      process.fields[11...(process.number == postmaster ? 14 : 12)]
        .compactMap { Int($0) }
    }
    return Double(ticks.reduce(0, +)) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The memory of all, in megabytes; what several share counts once.
  var megabytes: Double {
    let kilobytes = all.compactMap { process -> Int? in
      let text = try? String(
        contentsOfFile: "/proc/\(process.number)/smaps_rollup",
        encoding: .utf8)
      return text?.split(separator: "\n").first { $0.hasPrefix("Pss:") }
        .flatMap { Int($0.dropFirst(4).filter(\.isNumber)) }
    }
    return Double(kilobytes.reduce(0, +)) / 1_024
  }
}
