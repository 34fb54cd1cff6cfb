/// Words that settings are made of: nobody was meant to read them.
enum TechnicalWords {
  private static let words: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "none", "default", "custom", "inherit", "auto", "left",
    "right", "center",
    "middle", "top", "bottom", "above", "below", "inside", "outside", "before", "after", "full", "small",
    "medium",
    "large", "thin", "solid", "classic", "modern", "light", "dark", "h1", "h2", "h3", "h4", "h5", "h6", "div",
    "span",
  ]
  private static let partsOfNames = [
    "class", "style", "css", "url", "link", "icon", "font", "typography", "color", "align", "background",
    "border",
    "shadow", "animation", "margin", "padding", "width", "height", "size", "layout",
  ]

  /// Whether a whole value is such a word, a number or nothing but signs.
  static func isTechnical(value: String) -> Bool {
    !value.utf8.contains { isLetter($0) || $0 >= 0x80 } || words.contains(asciiLowercased(value))
  }

  /// Whether a setting of that name, in lower case, is about looks and not about words.
  static func isTechnical(name: String) -> Bool { partsOfNames.contains { name.contains($0) } }
}
