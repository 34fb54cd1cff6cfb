internal import Bytes

/// The words in a JSON value that a reader is meant to see, among all that is only set for a program.
enum ReadableText {
  private static let names: Set<String> = [
    "title", "text", "content", "heading", "subheading", "subtitle", "description", "caption", "label",
    "quote",
    "citation", "question", "answer", "message", "excerpt", "headline", "body", "editor", "html", "summary",
    "button_text", "buttontext", "author", "intro", "note",
  ]
  private static let endings = [
    "title", "text", "content", "heading", "description", "caption", "label", "headline",
  ]

  /// The texts in `value`, in order; they may hold HTML.
  static func texts(in value: JSONValue) -> [String] {
    var texts: [String] = []
    collect(value, name: "", &texts)
    return texts
  }

  private static func collect(_ value: JSONValue, name: String, _ texts: inout [String]) {
    switch value {
    case .string(let text): if isReadable(text, name: name) { texts.append(text) }
    case .array(let elements): for element in elements { collect(element, name: name, &texts) }
    case .object(let members):
      for member in members where !member.name.hasPrefix("_") {
        let name = asciiLowercased(member.name)
        // A whole group of settings may be about looks: an icon, a background.
        if member.value.string == nil, TechnicalWords.isTechnical(name: name) { continue }
        collect(member.value, name: name, &texts)
      }
    case .null, .boolean, .number: break
    }
  }

  /// Whether a text is meant to be read: words under a telling name, or words with blanks between them.
  private static func isReadable(_ text: String, name: String) -> Bool {
    guard !TechnicalWords.isTechnical(value: text) else { return false }
    for start in ["http://", "https://", "#", "{"] where text.hasPrefix(start) { return false }
    if names.contains(name) || endings.contains(where: { name.hasSuffix($0) }) { return true }
    return !TechnicalWords.isTechnical(name: name) && text.utf8.contains(0x20)
      && !text.utf8.contains(UInt8(ascii: ";"))
  }

  /// `text` as one or more paragraphs of HTML.
  static func paragraphs(of text: String) -> [UInt8] { AutomaticParagraphs.apply(to: Array(text.utf8)) }
}
