import HTML

/// A CSS selector, as far as theme profiles need it.
///
/// Names, classes, ids and attributes (`[a]`, `[a=v]`, `[a~=v]`, `[a^=v]`, `[a$=v]`, `[a*=v]`), joined by blanks
/// (somewhere inside) and `>` (directly inside): `article.hentry > header h1`, `a[rel~=bookmark]`, `#post-9`.
public struct Selector: Sendable, Hashable, CustomStringConvertible {
  /// The selector as written.
  public let description: String
  /// The element's own conditions, then those of the elements it must be in, from the inside out.
  let steps: [Step]
  /// Whether all it asks for is one class or one tag.
  let isPlain: Bool

  struct Step: Sendable, Hashable {
    var conditions: [Condition]
    /// Whether the next step must hold for the parent itself.
    var isDirectlyInside = false
  }

  enum Condition: Sendable, Hashable {
    case tag(Tag)
    case anotherName(String)
    case hasClass(ClassName)
    case attribute(Attribute, Comparison, [UInt8])
  }

  /// An attribute by its number, or by its name where only single documents know it.
  enum Attribute: Sendable, Hashable {
    case known(AttributeName)
    case another(String)

    init(_ name: String) { self = AttributeName(name).map(Self.known) ?? .another(name) }
  }

  enum Comparison: String, Sendable, Hashable {
    case exists = ""
    case equals = "="
    case hasWord = "~="
    case begins = "^="
    case ends = "$="
    case contains = "*="
  }

  /// Reads a selector; nil where it is not of the form above.
  public init?(_ text: String) {
    description = text
    var steps: [Step] = []
    var isDirect = false
    for part in text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if part == ">" {
        guard !steps.isEmpty, !isDirect else { return nil }
        isDirect = true
        continue
      }
      guard let conditions = Self.conditions(part) else { return nil }
      steps.insert(Step(conditions: conditions, isDirectlyInside: isDirect), at: 0)
      isDirect = false
    }
    guard !steps.isEmpty, !isDirect else { return nil }
    self.steps = steps
    isPlain = Self.isPlain(steps)
  }

  private static func isPlain(_ steps: [Step]) -> Bool {
    guard steps.count == 1, let own = steps.first, own.conditions.count == 1 else { return false }
    return switch own.conditions.first {
    case .hasClass, .tag: true
    default: false
    }
  }

  private static func conditions(_ part: Substring) -> [Condition]? {
    var conditions: [Condition] = []
    var rest = part
    while let first = rest.first {
      switch first {
      case "*": rest = rest.dropFirst()
      case ".", "#":
        let name = rest.dropFirst().prefix(while: isNameCharacter)
        guard !name.isEmpty else { return nil }
        conditions.append(
          first == "." ? .hasClass(ClassName(name)) : .attribute(.known(.id), .equals, Array(name.utf8)))
        rest = rest.dropFirst(name.count + 1)
      case "[":
        guard let close = rest.firstIndex(of: "]"), let condition = attribute(rest[..<close].dropFirst())
        else {
          return nil
        }
        conditions.append(condition)
        rest = rest[rest.index(after: close)...]
      default:
        let name = rest.prefix(while: isNameCharacter).lowercased()
        guard !name.isEmpty else { return nil }
        conditions.append(Tag(name).map(Condition.tag) ?? .anotherName(name))
        rest = rest.dropFirst(name.count)
      }
    }
    return conditions
  }

  private static func attribute(_ text: Substring) -> Condition? {
    let name = text.prefix(while: isNameCharacter)
    let rest = text.dropFirst(name.count)
    guard !name.isEmpty, let comparison = Comparison(rawValue: String(rest.prefix { "=~^$*".contains($0) }))
    else {
      return nil
    }
    let value = rest.dropFirst(comparison.rawValue.count).filter { $0 != "\"" && $0 != "'" }
    guard comparison != .exists || value.isEmpty else { return nil }
    return .attribute(Attribute(name.lowercased()), comparison, Array(value.utf8))
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}
