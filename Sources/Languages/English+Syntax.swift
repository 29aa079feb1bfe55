import Offload
import Scanning
import Settings
import Typesetting

// Errors of syntax in the settings, in parentheses within a sentence.
extension English {
  func clause(_ issue: TOMLFlaw) -> String {
    switch issue {
    case .openHeader: "] is missing after the name of the section"
    case .headerWithoutName: "the section has no name"
    case .notAKey: "the line does not begin with a key or a section"
    case .noEqualsSign: "= is missing after the key"
    case .noValue: "the key has no value"
    case .unknownValue: "the value is not valid; write text in quotes"
    case .openText: "a quotation mark is missing"
    case .openList: "a comma or ] is missing in the list"
    case .noElement: "a value is missing in the list"
    case .openTable: "a comma or } is missing"
    case .notADate: "the date or time is not valid"
    case .unknownEscape: "unknown character after a backslash"
    case .excess(let text): "unexpected \(text.quotable) after the value"
    case .definedTwice(let name): "\(name.quotable) is defined twice"
    case .manyNames(let maximum): "a key has more than \(maximum) names"
    case .deep(let maximum): "values are nested more than \(maximum) deep"
    case .null: "NUL character (U+0000)"
    case .other(let reason): reason.printable
    }
  }

  func clause(_ issue: PatternFlaw) -> String {
    switch issue {
    case .openParenthesis: "missing closing parenthesis"
    case .strayParenthesis: "unmatched closing parenthesis"
    case .openBracket: "missing closing bracket"
    case .nothingToRepeat: "nothing to repeat"
    case .countsOutOfOrder: "numbers out of order in {}"
    case .countTooLarge: "number too large in {}"
    case .rangeOutOfOrder: "range out of order in []"
    case .backslashAtEnd: "backslash at the end"
    case .unknownEscape: "unknown character after a backslash"
    case .unknownGroup: "unknown character after (?"
    case .missingGroup: "reference to a missing group"
    case .unknownClass: "unknown name in [: :]"
    case .tooDeep: "parentheses nested too deeply"
    case .other(let reason): reason.printable
    }
  }
}
