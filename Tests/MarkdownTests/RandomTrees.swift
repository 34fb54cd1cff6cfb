/// HTML made of pieces chosen by a number: nested, mixed and odd, but always the same for the same number.
struct RandomTrees {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[number(below: list.count)] }

  static let words = [
    "Kiez", "Fest", "a", "1.", "-", "*", "**", "_", "`", "#", ">", "|", "[x]", "(y)", "!", "\\", "~~",
    "&amp;copy;", "&lt;b&gt;", "&nbsp;", "„so“",
    "5*3", "snake_case", "http://a.example/x_y", "日本", "😀", "---", "===", "[", "]", ":", "&shy;", "1)", "+",
    "`x`", "(", ")", ".", "€",
  ]

  mutating func words() -> String {
    var text = ""
    for _ in 0...number(below: 4) { text += pick(Self.words) + pick(["", " ", " ", "\n", "  "]) }
    return text
  }

  mutating func inline(_ depth: Int = 0) -> String {
    var html = ""
    for _ in 0...number(below: 3) {
      let kind = number(below: depth > 3 ? 3 : 14)
      switch kind {
      case 0...3: html += words()
      case 4, 5: html += wrap("b", inline(depth + 1))
      case 6, 7: html += wrap("i", inline(depth + 1))
      case 8: html += wrap("a href='\(pick(["x", "/a b", "http://a.example/(x", ""]))'", inline(depth + 1))
      case 9: html += wrap("code", words())
      case 10: html += "<br>"
      case 11: html += "<img src='\(pick(["a.png", "b c.png"]))' alt='\(pick(["", "Bild", "[x]"]))'>"
      case 12: html += wrap(pick(["sub", "u", "kbd", "span", "small"]), inline(depth + 1))
      default: html += wrap("del", inline(depth + 1))
      }
    }
    return html
  }

  mutating func blocks(_ depth: Int = 0) -> String {
    var html = ""
    for _ in 0...number(below: 3) {
      switch number(below: depth > 3 ? 4 : 13) {
      case 0, 1: html += wrap("p", inline())
      case 2: html += wrap("h\(1 + number(below: 6))", inline())
      case 3: html += inline()
      case 4: html += wrap("ul", items(depth))
      case 5: html += wrap(pick(["ol", "ol start=7"]), items(depth))
      case 6: html += wrap("blockquote", blocks(depth + 1))
      case 7: html += wrap("pre", words() + "\n" + words())
      case 8: html += "<hr>"
      case 9: html += wrap("div", blocks(depth + 1))
      case 10: html += table()
      case 11: html += wrap("details", "<summary>" + inline() + "</summary>" + blocks(depth + 1))
      default: html += wrap(pick(["b", "a href=x", "i"]), blocks(depth + 1))
      }
    }
    return html
  }

  private mutating func items(_ depth: Int) -> String {
    var html = ""
    for _ in 0...number(below: 3) { html += wrap("li", pick([true, false]) ? inline() : blocks(depth + 1)) }
    return html
  }

  private mutating func table() -> String {
    let columns = 1 + number(below: 3)
    var html = ""
    for row in 0...number(below: 3) {
      html += "<tr>"
      for _ in 0..<columns { html += wrap(row == 0 ? pick(["th", "td"]) : "td", inline()) }
      html += "</tr>"
    }
    return wrap("table", html)
  }

  private func wrap(_ tag: String, _ content: String) -> String {
    "<\(tag)>\(content)</\(tag.prefix { $0 != " " })>"
  }
}
