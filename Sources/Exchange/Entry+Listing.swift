extension Entry {
  /// The kind of the row, in output for programs.
  package var kind: String {
    switch act {
    case .loan: "loan"
    case .return: "return"
    case .renewal: "renewal"
    case .payment: "payment"
    case .registration: "registration"
    case .inHouseUse: "in-house-use"
    case .uncatalogued: "uncatalogued"
    }
  }

  /// The amount of a payment, as programs write it: `2.50`; nil for others.
  package var amount: String? {
    guard case .payment(_, let cents) = act else { return nil }
    let (units, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return (cents < 0 ? "-" : "") + "\(units)." + (rest < 10 ? "0" : "")
      + "\(rest)"
  }

  /// The number of uses, or of items without barcodes; nil for others.
  package var count: Int? {
    switch act {
    case .inHouseUse(_, let count), .uncatalogued(_, _, let count): count
    case .loan, .return, .renewal, .payment, .registration: nil
    }
  }
}
