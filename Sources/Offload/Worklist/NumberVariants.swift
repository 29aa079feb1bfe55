/// The numbers from which one slip makes a given number.
struct NumberVariants {
  private let number: [UInt8]
  /// The characters that may have been in an altered place.
  private let digits: [UInt8]
  private let letters: [UInt8]

  /// The most zeros that a spreadsheet takes away.
  private static let zeroCount = 3

  /// Creates the variants of a number.
  init(of number: String) {
    self.number = Array(number.utf8)
    digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let capitals = Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let small = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
    // A number of digits alone is among others like it.
    letters =
      (self.number.contains(where: capitals.contains) ? capitals : [])
      + (self.number.contains(where: small.contains) ? small : [])
  }

  /// Calls the body with each variant and the slip, the likeliest slip first.
  func visitAll(_ body: (Span<UInt8>, NearMiss.Reason) throws -> Void) rethrows
  {
    try visitCapitals(body)
    try visitZeros(body)
    guard number.count >= NearMiss.Reason.minimumLength else { return }
    var variant = number
    for place in variant.indices.dropLast()
    where variant[place] != variant[place + 1] {
      variant.swapAt(place, place + 1)
      try body(variant.span, .transposed)
      variant.swapAt(place, place + 1)
    }
    for place in variant.indices {
      let own = variant[place]
      let others = digits.contains(own) ? digits : letters
      for other in others where other != own {
        variant[place] = other
        try body(variant.span, .oneDiffers)
      }
      variant[place] = own
    }
    try visitLonger(body)
    try visitShorter(body)
  }

  private func visitCapitals(
    _ body: (Span<UInt8>, NearMiss.Reason) throws -> Void
  ) rethrows {
    guard !letters.isEmpty else { return }
    let text = String(decoding: number, as: UTF8.self)
    for other in [text.uppercased(), text.lowercased()] where other != text {
      try body(Array(other.utf8).span, .capitals)
    }
  }

  private func visitZeros(
    _ body: (Span<UInt8>, NearMiss.Reason) throws -> Void
  ) rethrows {
    let zero = UInt8(ascii: "0")
    var longer = number
    for _ in 0..<Self.zeroCount {
      longer.insert(zero, at: 0)
      try body(longer.span, .leadingZero)
    }
    var shorter = number[...]
    while shorter.count > 1, shorter.first == zero {
      shorter.removeFirst()
      try body(Array(shorter).span, .leadingZero)
    }
  }

  /// Visits the numbers of which one character was lost.
  private func visitLonger(
    _ body: (Span<UInt8>, NearMiss.Reason) throws -> Void
  ) rethrows {
    for place in 0...number.count {
      var variant = number
      variant.insert(0, at: place)
      for character in digits + letters {
        // The same number comes of the place before.
        if place > 0, number[place - 1] == character { continue }
        // A zero before it is one that was lost.
        if place == 0, character == UInt8(ascii: "0") { continue }
        variant[place] = character
        try body(variant.span, .oneMissing)
      }
    }
  }

  /// Visits the numbers to which one character was added.
  private func visitShorter(
    _ body: (Span<UInt8>, NearMiss.Reason) throws -> Void
  ) rethrows {
    guard number.count > NearMiss.Reason.minimumLength else { return }
    for place in number.indices {
      if place > 0, number[place - 1] == number[place] { continue }
      if place == 0, number[0] == UInt8(ascii: "0") { continue }
      var variant = number
      variant.remove(at: place)
      try body(variant.span, .oneTooMany)
    }
  }
}
