internal import Bytes

/// The words in a JSON value that a reader is meant to see, among all that is only set for a program.
enum ReadableText {
  private static let keys: Set<String> = [
    "title", "text", "content", "heading", "subheading", "subtitle", "description", "caption", "label",
    "quote",
    "citation", "value", "question", "answer", "message", "excerpt", "headline", "body", "editor", "html",
    "summary",
    "button_text", "buttontext", "name", "author", "intro", "note",
  ]
  private static let endings = [
    "title", "text", "content", "heading", "description", "caption", "label", "headline",
  ]

  /// The texts in `value`, in order; they may hold HTML.
  static func texts(in value: JSONValue) -> [String] {
    var texts: [String] = []
    collect(value, key: "", &texts)
    return texts
  }

  private static func collect(_ value: JSONValue, key: String, _ texts: inout [String]) {
    switch value {
    case .string(let text): if isReadable(text, key: key) { texts.append(text) }
    case .array(let elements): for element in elements { collect(element, key: key, &texts) }
    case .object(let members):
      for member in members where !member.name.hasPrefix("_") {
        collect(member.value, key: asciiLowercased(member.name), &texts)
      }
    case .null, .boolean, .number: break
    }
  }

  /// Whether a text is meant to be read: words under a telling name, or words with blanks between them.
  private static func isReadable(_ text: String, key: String) -> Bool {
    guard text.utf8.contains(where: { isLetter($0) || $0 >= 0x80 }) else { return false }
    guard !text.hasPrefix("http://"), !text.hasPrefix("https://"), !text.hasPrefix("#"), !text.hasPrefix("{")
    else {
      return false
    }
    if keys.contains(key) || endings.contains(where: { key.hasSuffix($0) }) { return true }
    let isTechnical = ["class", "style", "css", "url", "icon", "font", "color", "align"].contains {
      key.contains($0)
    }
    return !isTechnical && text.utf8.contains(0x20) && !text.utf8.contains(UInt8(ascii: ";"))
  }

  /// `text` as one or more paragraphs of HTML.
  static func paragraphs(of text: String) -> [UInt8] { AutomaticParagraphs.apply(to: Array(text.utf8)) }
}
