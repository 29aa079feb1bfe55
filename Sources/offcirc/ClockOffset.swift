import ArgumentParser

/// What is added to a clock that is known to be wrong: `±HH:MM[:SS]`.
struct ClockOffset: ExpressibleByArgument {
  /// The seconds to add.
  let seconds: Int32

  init?(argument: String) {
    let sign: Int32
    switch argument.first {
    case "+": sign = 1
    case "-", "−": sign = -1
    default: return nil
    }
    let parts = argument.dropFirst()
      .split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int32(part) : nil
    }
    guard
      2...3 ~= parts.count, numbers.count == parts.count,
      numbers[0] <= 10_000, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    seconds = sign * (numbers[0] * 3_600 + numbers[1] * 60 + second)
  }
}

/// The clock of a command that records.
struct ClockOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What to add to a clock that is known to be wrong.",
      valueName: "±HH:MM[:SS]"))
  var clockOffset: ClockOffset?
}
