/// Generates HTML from a number; the same number gives the same HTML.
struct HTMLGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[next(list.count)] }

  // MARK: Well-formed

  private static let words = [
    "Hof", "Grün", "Straße", "Café", "im Kiez", "a &amp; b", "&auml;", "1 &lt; 2", "Ende.", "„Fest“",
  ]

  mutating func text() -> String {
    (0..<1 + next(4)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  mutating func inline(_ depth: Int) -> String {
    guard depth > 0, next(3) > 0 else { return text() }
    let name = pick(["b", "i", "em", "strong", "span", "u", "code", "sub"])
    return "\(text()) <\(name)>\(inline(depth - 1))</\(name)> \(text())"
  }

  /// Blocks any parser of HTML reads alike.
  mutating func block(_ depth: Int) -> String {
    switch next(depth > 0 ? 7 : 3) {
    case 0: return "<p class=\"a b\">\(inline(2))</p>"
    case 1:
      let level = 1 + next(6)
      return "<h\(level)>\(text())</h\(level)>"
    case 2: return "<p><a href=\"?a=1&amp;b=\(next(9))\" title=\"\(text())\">\(inline(1))</a></p>"
    case 3: return "<div>\(blocks(depth - 1))</div>"
    case 4: return "<ul><li>\(inline(1))</li><li>\(blocks(depth - 1))</li></ul>"
    case 5: return "<blockquote>\(blocks(depth - 1))</blockquote>"
    default:
      return "<table><tbody><tr><td>\(inline(1))</td><td>\(blocks(depth - 1))</td></tr></tbody></table>"
    }
  }

  mutating func blocks(_ depth: Int) -> String { (0..<1 + next(3)).map { _ in block(depth) }.joined() }

  // MARK: Broken

  private static let pieces = [
    "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<a href=y>", "</a>", "<div>", "</div>", "<table>",
    "</table>", "<tr>", "<td>",
    "</td>", "<caption>", "<select>", "<option>", "</select>", "<ul>", "<li>", "</ul>", "<svg>", "</svg>",
    "<math>", "<mi>", "</math>",
    "<foreignObject>", "<template>", "</template>", "<font size=1>", "</font>", "<nobr>", "<button>",
    "</button>", "<h1>", "</h2>", "<br>",
    "</br>", "<!--x-->", "<!--", "-->", "<script>", "</script>", "<style>", "</style>", "<textarea>",
    "</textarea>", "<title>", "</title>",
    "<frameset>", "<frame>", "</frameset>", "<html a=b>", "<body c=d>", "<head>", "</head>", "</body>",
    "</html>", "<col>", "<colgroup>",
    "<form>", "</form>", "<object>", "</object>", "<ruby>", "<rt>", "<rtc>", "<dd>", "<dt>", "<noscript>",
    "</noscript>", "<iframe>",
    "</iframe>", "<plaintext>", "<selectedcontent>", "<a href=\"", "\">", "='", "<![CDATA[", "]]>", "<?php",
    "</", "<", "&", "&amp", "&#132;",
    "&notit;", "\u{0}", "\r\n", "\r", " ", "\n", "Hof", "\u{84}", "<o:p>", "<input type=hidden>", "<hr>",
    "<option selected>",
  ]

  mutating func broken() -> String { (0..<1 + next(40)).map { _ in pick(Self.pieces) }.joined() }
}
