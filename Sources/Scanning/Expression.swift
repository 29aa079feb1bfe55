// The only file that uses PCRE2.
internal import CPcre2
import Synchronization

/// A regular expression compiled by PCRE2.
///
/// Immutable after compilation, so any thread may match with it.
final class Expression: @unchecked Sendable {
  private let code: OpaquePointer

  /// The maximum nesting of parentheses, more than any number needs.
  private static let maximumDepth: UInt32 = 50
  /// The maximum memory of one match, in kilobytes.
  private static let maximumKilobytes: UInt32 = 2_000

  /// Compiles an expression that has to match a whole text.
  ///
  /// - Throws: ``PatternError/notUnderstood(_:place:)``.
  init(_ text: String) throws(PatternError) {
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_parens_nest_limit_8(context, Self.maximumDepth)
    // \C is disabled: half a character is not valid UTF-8.
    let options =
      PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY
      | PCRE2_NEVER_BACKSLASH_C
    var number: Int32 = 0
    var place = 0
    let bytes = Array(text.utf8)
    guard
      let code = pcre2_compile_8(
        bytes, bytes.count, options, &number, &place, context)
    else {
      let before = String(decoding: bytes.prefix(place), as: UTF8.self)
      throw .notUnderstood(Self.issue(number), place: before.count + 1)
    }
    self.code = code
  }

  deinit { pcre2_code_free_8(code) }

  /// Matches a text with the expression, in a maximum number of steps.
  func compare(_ text: String, steps: UInt32) -> Pattern.Comparison {
    switch Self.workspace.match(text, with: code, steps: steps) {
    case 0...: return .fits
    case PCRE2_ERROR_NOMATCH: return .differs
    default: return .undecided
    }
  }

  /// The minimum length of a matching text in characters; 0 if unknown.
  var minimumLength: Int {
    var length: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_MINLENGTH), &length)
    return Int(length)
  }

  private static let workspace = Workspace()

  /// The memory for matching, shared under a lock: allocating it would take
  /// longer than most matches.
  private final class Workspace: @unchecked Sendable {
    private let lock = Mutex(())
    private let context = pcre2_match_context_create_8(nil)
    private let found = pcre2_match_data_create_8(1, nil)

    init() {
      pcre2_set_heap_limit_8(context, maximumKilobytes)
    }

    /// Matches a text; returns the result code of PCRE2.
    func match(_ text: String, with code: OpaquePointer, steps: UInt32) -> Int32
    {
      var text = text
      return lock.withLock { _ in
        pcre2_set_match_limit_8(context, steps)
        pcre2_set_depth_limit_8(context, steps)
        return text.withUTF8 { bytes in
          pcre2_match_8(
            code, bytes.baseAddress, bytes.count, 0, PCRE2_NO_UTF_CHECK, found,
            context)
        }
      }
    }
  }

  /// Returns the error of an error number of PCRE2.
  private static func issue(_ number: Int32) -> PatternFlaw {
    switch number {
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS: .openParenthesis
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: .strayParenthesis
    case PCRE2_ERROR_MISSING_SQUARE_BRACKET: .openBracket
    case PCRE2_ERROR_QUANTIFIER_INVALID: .nothingToRepeat
    case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER: .countsOutOfOrder
    case PCRE2_ERROR_QUANTIFIER_TOO_BIG: .countTooLarge
    case PCRE2_ERROR_CLASS_RANGE_ORDER: .rangeOutOfOrder
    case PCRE2_ERROR_END_BACKSLASH: .backslashAtEnd
    case PCRE2_ERROR_UNKNOWN_ESCAPE, PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS:
      .unknownEscape
    case PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY: .unknownGroup
    case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE: .missingGroup
    case PCRE2_ERROR_UNKNOWN_POSIX_CLASS: .unknownClass
    case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP: .tooDeep
    default: .other(message(number))
    }
  }

  private static func message(_ number: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(number, &text, text.count)
    return String(decoding: text.prefix(max(Int(count), 0)), as: UTF8.self)
  }
}
