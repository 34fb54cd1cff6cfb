import Foundation
import TOMLKit
import Testing
import Yams

@testable import Markdown

struct FrontMatterTests {
  /// Texts that break careless writers.
  static let texts = [
    "", " ", "a: b", "# a", "- a", "\"", "'", "\\", "\\n", "a\nb", "a\r\nb", "\t", "---", "+++", "{a}", "[a]",
    "yes", "no", "null",
    "~", "1.0", "0x1F", "1e3", "2016-05-24", "!tag", "&anker", "*alias", "%a", "@a", "`a`", "a #b", "a:", "🎉",
    "Straße", "\u{0}",
    "\u{1}\u{1F}", "\u{7F}", "\u{85}", "\u{2028}\u{2029}", "\u{FEFF}", "\u{FFFE}", "e\u{301}", "a\u{A0}b",
    "|", ">", "'''", "\"\"\"",
    "Kiez \"Muster\" \\ Haus", "true", ".inf", "=", "<<", "\u{9B}31m",
  ]

  /// Front matter made of pieces chosen by a number, without the text that a test's reader itself cannot hold.
  static func matter(_ seed: Int, without unreadable: String? = nil) -> FrontMatter {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick<T>(_ list: [T]) -> T {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return list[Int(state % UInt64(list.count))]
    }
    let texts = texts.filter { $0 != unreadable }
    func text() -> String { (0..<pick([0, 1, 2, 3])).map { _ in pick(texts) }.joined() }
    func make(_ depth: Int) -> FrontMatter {
      var matter = FrontMatter()
      for _ in 0..<pick([1, 2, 5]) {
        let name =
          pick(["title", "a b", "", "yes", "ä", "a.b", "x-y", "\"", "1", "null"]) + pick(["", "_", "2"])
        switch pick([0, 1, 2, 3, 4, 5]) {
        case 0: matter[name] = .bool(pick([true, false]))
        case 1: matter[name] = .int(pick([0, -1, .max, 2016]))
        case 2:
          matter[name] = .date(
            pick(["2016-05-24", "2016-05-24T10:15:00Z", "2016-05-24T10:15:00+02:00", "2016-02-30", "x"]))
        case 3: matter[name] = .list((0..<pick([0, 1, 3])).map { _ in text() })
        case 4 where depth < 2: matter[name] = .map(make(depth + 1))
        default: matter[name] = .string(text())
        }
      }
      return matter
    }
    return make(0)
  }

  private func body(_ matter: FrontMatter, _ format: FrontMatter.Format) -> String {
    let lines = String(decoding: matter.bytes(as: format), as: UTF8.self)
    return String(lines.dropFirst(4).dropLast(4))
  }

  @Test func `YAML is read back to the same by Yams`() throws {
    for seed in 0..<2000 {
      // Foundation takes a byte order mark off the beginning of a string.
      let matter = Self.matter(seed, without: "\u{FEFF}")
      let node = try #require(try Yams.compose(yaml: body(matter, .yaml)), "\(body(matter, .yaml))")
      expectSame(node, matter)
    }
  }

  private func expectSame(_ node: Yams.Node, _ matter: FrontMatter) {
    #expect(node.mapping?.count == matter.fields.count)
    for field in matter.fields {
      let value = node.mapping?.first { $0.key.string == field.name }?.value
      switch field.value {
      case .string(let text): #expect(value?.string == PersonalData.masked(text))
      case .date(let text): #expect(value?.string == text)
      case .bool(let bool): #expect(value?.bool == bool)
      case .int(let int): #expect(value?.int == int)
      case .list(let items):
        #expect(value?.sequence.map { $0.map { $0.string ?? "?" } } == items.map(PersonalData.masked))
      case .map(let map):
        if let value { expectSame(value, map) } else { Issue.record("\(field.name) is lost") }
      }
    }
  }

  @Test func `TOML is read back to the same by TOMLKit`() throws {
    for seed in 0..<2000 {
      // The library's strings end at a NUL.
      let matter = Self.matter(seed, without: "\u{0}")
      let table = try TOMLTable(string: body(matter, .toml))
      expectSame(table, matter)
    }
  }

  private func expectSame(_ table: TOMLTable, _ matter: FrontMatter) {
    #expect(table.count == matter.fields.count)
    for field in matter.fields {
      let value = table[field.name]
      switch field.value {
      case .string(let text): #expect(value?.string == PersonalData.masked(text))
      case .date(let text): #expect(DateText.isPlain(text) ? value?.string == nil : value?.string == text)
      case .bool(let bool): #expect(value?.bool == bool)
      case .int(let int): #expect(value?.int == int)
      case .list(let items):
        #expect(value?.array.map { $0.map { $0.string ?? "?" } } == items.map(PersonalData.masked))
      case .map(let map):
        if let inner = value?.table { expectSame(inner, map) } else { Issue.record("\(field.name) is lost") }
      }
    }
  }

  @Test func `JSON is read back to the same by Foundation`() throws {
    for seed in 0..<2000 {
      // Foundation takes a byte order mark off the beginning of a string.
      let matter = Self.matter(seed, without: "\u{FEFF}")
      let object = try JSONSerialization.jsonObject(with: Data(matter.bytes(as: .json)))
      expectSame(try #require(object as? [String: Any]), matter)
    }
  }

  private func expectSame(_ object: [String: Any], _ matter: FrontMatter) {
    #expect(object.count == matter.fields.count)
    for field in matter.fields {
      let value = object[field.name]
      switch field.value {
      case .string(let text), .date(let text): #expect(value as? String == PersonalData.masked(text))
      case .bool(let bool): #expect(value as? Bool == bool)
      case .int(let int): #expect(value as? Int == int)
      case .list(let items): #expect(value as? [String] == items.map(PersonalData.masked))
      case .map(let map): expectSame(value as? [String: Any] ?? [:], map)
      }
    }
  }

  @Test func `Metadata lines are one line each and end with an empty one`() {
    for seed in 0..<500 {
      let text = String(decoding: Self.matter(seed).bytes(as: .metadataLines), as: UTF8.self)
      #expect(text.hasSuffix("\n"))
      for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: true) {
        #expect(line.wholeMatch(of: /[A-Za-z0-9_-]+: .+/) != nil, "\(line)")
      }
    }
  }

  @Test func `A list whose items hold commas is parted by semicolons`() {
    var matter = FrontMatter()
    matter["Tags"] = .list(["Haus, Hof", "Garten"])
    matter["Authors"] = .list(["Ada", "Bea"])
    #expect(
      String(decoding: matter.bytes(as: .metadataLines), as: UTF8.self)
        == "Tags: Haus, Hof; Garten\nAuthors: Ada, Bea\n\n")
  }

  @Test func `A name stands once, in its first place`() {
    var matter = FrontMatter()
    matter["a"] = .int(1)
    matter["b"] = .int(2)
    matter["a"] = .int(3)
    #expect(String(decoding: matter.bytes(as: .yaml), as: UTF8.self) == "---\na: 3\nb: 2\n---\n")
  }

  @Test(arguments: FrontMatter.Format.allCases)
  func `No notation writes an e-mail or IP address`(_ format: FrontMatter.Format) {
    var inner = FrontMatter()
    inner["contact"] = .list(["büro@qm-musterkiez.example"])
    var matter = FrontMatter()
    matter["author"] = .string("ada@qm-musterkiez.example")
    matter["note"] = .string("von 192.168.17.4 und 2001:db8::17 am Tag")
    matter["date"] = .date("ada@qm-musterkiez.example")
    matter["fields"] = .map(inner)
    let text = String(decoding: matter.bytes(as: format), as: UTF8.self)
    for secret in ["@", "192.168", "2001:db8"] { #expect(!text.contains(secret)) }
    #expect(text.contains("von [IP] und [IP] am Tag"))
  }

  @Test(arguments: [
    ("um 12:30:45 Uhr", "um 12:30:45 Uhr"), ("Version 6.1.9", "Version 6.1.9"), ("@kiez", "@kiez"),
    ("a@b", "a@b"),
    ("(x@y.example)", "([e-mail])"), ("mailto:x.y+z@y.example.", "mailto:[e-mail]."),
    ("std::vector", "std::vector"),
    ("1.2.3.4:8080", "[IP]"), ("300.1.1.1", "300.1.1.1"), ("00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7"),
    ("fe80::1", "[IP]"),
    ("https://medium.example/@ada", "https://medium.example/@ada"),
  ])
  func `Only addresses are masked`(_ text: String, _ expected: String) {
    #expect(PersonalData.masked(text) == expected)
  }
}
