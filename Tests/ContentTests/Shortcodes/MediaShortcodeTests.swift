import Model
import Testing

@testable import Content

struct MediaShortcodeTests {
  private let site = SmallSite(
    media: [
      "1": ContentAttachment(
        id: "1", url: "/b.jpg", title: "B", alternativeText: "ein \"B\"", caption: "Bild <em>B</em>"),
      "2": ContentAttachment(id: "2", url: "/a.jpg", title: "A"),
      "3": ContentAttachment(id: "3", url: "/t.mp3", title: "Ton"),
    ],
    children: ["9": ["1", "2", "3"]])

  private let first =
    "<figure class=\"gallery-item\"><img src=\"/b.jpg\" alt=\"ein &quot;B&quot;\"><figcaption>Bild <em>B</em></figcaption></figure>"
  private let second = "<figure class=\"gallery-item\"><img src=\"/a.jpg\" alt=\"\"></figure>"

  private func gallery(_ figures: String...) -> String {
    "<div class=\"gallery\">\(figures.joined())</div>\n"
  }

  @Test func `A gallery shows the named pictures in their order`() {
    #expect(html("[gallery ids=\"2,1\"]", site) == gallery(second, first))
    #expect(
      html("[gallery include=\"2, 1\" orderby=\"title\" order=\"DESC\"]", site) == gallery(first, second))
  }

  @Test func `A gallery that names none shows the post's own pictures`() {
    #expect(html("[gallery]", site, id: "9") == gallery(first, second))
    #expect(html("[gallery id=9 exclude=1 /]", site) == gallery(second))
    #expect(html("[gallery orderby=\"title\"]", site, id: "9") == gallery(second, first))
  }

  @Test func `A gallery without its pictures says so`() {
    let rendered = ContentRenderer(lookup: site).render(Array("[gallery ids=\"8\"]".utf8))
    #expect(rendered.findings.map(\.code) == [.missingShortcodeMedia])
    #expect(rendered.usage.shortcodes == ["gallery": 1])
  }

  @Test func `Players carry a link to their file`() {
    #expect(
      html("[audio mp3=\"/x.mp3\" ogg=\"/x.ogg\"]")
        == "<audio controls src=\"/x.mp3\"><source src=\"/x.ogg\"><a href=\"/x.mp3\">/x.mp3</a></audio>\n")
    #expect(html("[audio]", site, id: "9").contains("src=\"/t.mp3\""))
    #expect(
      html("[video src=\"/x.mp4\" poster=\"/p.jpg\"][/video]")
        == "<video controls poster=\"/p.jpg\" src=\"/x.mp4\"><a href=\"/x.mp4\">/x.mp4</a></video>\n")
  }

  @Test func `A playlist is a list of links`() {
    let list = "<ul class=\"playlist\"><li><a href=\"/t.mp3\">Ton</a></li></ul>\n"
    #expect(html("[playlist ids=\"3\"]", site) == list)
    #expect(html("[playlist]", site, id: "9") == list)
  }

  @Test func `An embed is a link`() {
    #expect(
      html("[embed width=\"400\"] https://video.example/?a=1&amp;b=2 [/embed]")
        == "<p><a class=\"embed\" href=\"https://video.example/?a=1&amp;b=2\">https://video.example/?a=1&amp;b=2</a></p>\n"
    )
  }

  @Test func `A caption keeps what WordPress drops`() {
    #expect(
      html("[caption]vorher <img src=\"a\"> Wort[/caption]").contains("vorher <img src=\"a\"><figcaption"))
    #expect(
      html("[wp_caption caption=\"Alt\" width=\"9\"]<img src=\"a\">[/wp_caption]").contains(
        ">Alt</figcaption>"))
    #expect(
      html("[caption width=\"9\"]<a href=\"b\"><img src=\"a\"></a>[/caption]")
        == "<a href=\"b\"><img src=\"a\"></a>\n")
  }
}
