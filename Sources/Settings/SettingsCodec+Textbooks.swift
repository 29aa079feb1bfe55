import Catalogue
import Textbooks

extension SettingsCodec where Value == [StatusLabel] {
  static var statusLabels: Self {
    Self(type: .statusLabels) { value throws(ValueError) in
      var known: [StatusLabel] = []
      return try value.list(for: .statusLabels) { element throws(ValueError) in
        let text = try element.fullText(for: .statusLabels)
        do throws(StatusLabelFlaw) {
          let label = try StatusLabel(text)
          let folded = label.label.lowercased()
          guard
            !known.contains(where: {
              $0.id == label.id || $0.label.lowercased() == folded
            })
          else { throw .repeated(text) }
          known.append(label)
          return label
        } catch {
          throw ValueError(.statusLabel(error))
        }
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}

extension SettingsCodec where Value == [ChargeRule] {
  static var chargeRules: Self {
    Self(type: .chargeRules) { value throws(ValueError) in
      try value.list(for: .chargeRules) { element throws(ValueError) in
        let text = try element.fullText(for: .chargeRules)
        do throws(ChargeRuleFlaw) {
          return try ChargeRule(text)
        } catch {
          throw ValueError(.chargeRule(error))
        }
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}

extension SettingsCodec where Value == Charge {
  /// The form of a fee: whatever else may be charged needs a change of state.
  static var fee: Self {
    Self(type: .fee) { value throws(ValueError) in
      let text = try value.fullText(for: .fee)
      switch Charge(text) {
      case .ask: return .ask
      case .share(let share): return .share(share)
      case .fixed(let amount): return .fixed(amount)
      default: throw ValueError(.wrongType(text, type: .fee))
      }
    } write: {
      .string($0.text)
    }
  }
}

extension SettingsCodec where Value == Money {
  static var money: Self {
    Self(type: .money) { value throws(ValueError) in
      let text: String
      if case .integer(let number) = value {
        text = String(number)
      } else {
        text = try value.fullText(for: .money)
      }
      guard let amount = Money(text) else {
        throw ValueError(.wrongType(text, type: .money))
      }
      return amount
    } write: {
      .string($0.text)
    }
  }
}

extension SettingsCodec where Value == String {
  /// The form of the letters at the beginning of call numbers.
  static var letters: Self {
    Self(type: .letters) { value throws(ValueError) in
      let text = try value.fullText(for: .letters)
      guard text.count <= 4, text.allSatisfy({ $0.isASCII && $0.isLetter })
      else { throw ValueError(.wrongType(text, type: .letters)) }
      return text
    } write: {
      .string($0)
    }
  }
}

extension SettingsCodec where Value == [CourseCode] {
  static var courses: Self {
    Self(type: .courses) { value throws(ValueError) in
      try value.list(for: .courses) { element throws(ValueError) in
        let text = try element.fullText(for: .courses)
        guard let course = CourseCode(text) else {
          throw ValueError(.wrongType(text, type: .courses))
        }
        return course
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}
