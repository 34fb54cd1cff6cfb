import Testing

@testable import Content

struct ShortcodeTests {
  @Test(arguments: [
    ("a=\"1\" B='2 3' c=4", ["a=1", "b=2 3", "c=4"], []),
    ("\"x y\" z 'w'", [], ["x y", "z", "w"]),
    ("y=\"1\"z=4", [], ["y=\"1\"z=4"]),
    ("t=\"a<b\" u=\"<b>x</b>\"", ["t=", "u=<b>x</b>"], []),
    ("a=\"1\"\u{00A0}b=\"2\"", ["a=1", "b=2"], []),
    ("a=\"x\\ny\"", ["a=x\ny"], []),
    ("a=1 a=2", ["a=2"], []),
  ]) func `Attributes are read as WordPress reads them`(text: String, named: [String], positional: [String]) {
    let attributes = ShortcodeAttributes(text.utf8)
    #expect(attributes.named.map { "\($0.name)=\($0.value)" } == named)
    #expect(attributes.positional == positional)
  }

  @Test func `Doubled brackets show the shortcode`() {
    #expect(html("[[gallery ids=\"3\"]]") == "<p>[gallery ids=\"3\"]</p>\n")
  }

  @Test func `Openers without closers cost one look ahead`() {
    #expect(!html(String(repeating: "[caption]", count: 50_000)).isEmpty)
  }
}
