import Foundation
import Model
import Testing
import Yams

@testable import Markdown

struct CommentTests {
  private func comment(
    _ id: String, parent: String = "0", _ author: String = "Ada", approved: String = "1", type: String = ""
  ) -> Model.Comment {
    var comment = Model.Comment()
    comment.id = id
    comment.parent = parent
    comment.author = author
    comment.authorEmail = "geheim@qm-musterkiez.example"
    comment.authorIP = "192.0.2.17"
    comment.content = "Text \(id)"
    comment.approved = approved
    comment.type = type
    comment.dateGMT = SourceDate("2016-05-24 08:15:00")
    return comment
  }

  private func document(_ comments: [Model.Comment]) -> CommentsDocument {
    CommentsDocument(CommentThread(comments)) { Array($0.content.utf8) + [0x0A] }
  }

  @Test func `Answers stand below what they answer, whatever their order`() {
    let thread = CommentThread([
      comment("1"), comment("2"), comment("3", parent: "1"), comment("4", parent: "3"),
      comment("5", parent: "1"),
    ])
    #expect(thread.entries.map(\.comment.id) == ["1", "3", "4", "5", "2"])
    #expect(thread.entries.map(\.depth) == [0, 1, 2, 1, 0])
  }

  @Test func `Held comments are withheld, their answers and circles kept`() {
    let thread = CommentThread([
      comment("1", approved: "0"), comment("2", parent: "1"), comment("3", approved: "spam"),
      comment("4", parent: "5"),
      comment("5", parent: "4"), comment("6", parent: "6"), comment("7", type: "pingback"),
      comment("8", approved: "trash", type: "trackback"),
    ])
    #expect(thread.entries.map(\.comment.id) == ["2", "6", "4", "5"])
    #expect(thread.pings.map(\.id) == ["7"])
    #expect(thread.withheldCount == 3)
  }

  @Test func `Markdown shows the thread`() {
    var ping = comment("3", "Blog*nachbar", type: "pingback")
    ping.authorURL = "https://nachbar.example/a b"
    let text = String(
      decoding: document([comment("1"), comment("2", parent: "1", "Bea"), ping]).bytes(as: .markdown),
      as: UTF8.self)
    #expect(
      text == """
        - **Ada**, 2016-05-24T08:15:00Z

          Text 1

          - **Bea**, 2016-05-24T08:15:00Z

            Text 2

        ## Pingbacks

        - [**Blog\\*nachbar**](https://nachbar.example/a%20b), 2016-05-24T08:15:00Z

          Text 3

        """)
  }

  @Test(arguments: CommentsDocument.Format.allCases)
  func `No notation tells an e-mail or IP address`(_ format: CommentsDocument.Format) {
    var named = comment("2", "geheim@qm-musterkiez.example")
    named.authorURL = "mailto:geheim@qm-musterkiez.example"
    let text = String(
      decoding: document([comment("1"), named, comment("3", type: "trackback")]).bytes(as: format),
      as: UTF8.self)
    #expect(!text.contains("geheim"))
    #expect(!text.contains("192.0.2"))
    #expect(text.contains("Text 1") && text.contains("Text 2") && text.contains("Text 3"))
  }

  @Test func `JSON and YAML say the same`() throws {
    var odd = comment("2", parent: "1", "B: \"ea\"\n")
    odd.content = "a\n\n- b: c\u{2028}"
    let document = document([comment("1"), odd, comment("3", type: "pingback")])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(document.bytes(as: .json))) as? NSDictionary)
    let yaml = try #require(
      try Yams.load(yaml: String(decoding: document.bytes(as: .yaml), as: UTF8.self))
        as? [String: [[String: Any]]])
    for name in ["comments", "pings"] {
      let fromJSON = try #require(json[name] as? [[String: Any]])
      let fromYAML = try #require(yaml[name])
      #expect(fromJSON.count == fromYAML.count)
      for (one, other) in zip(fromJSON, fromYAML) {
        #expect(Set(one.keys) == Set(other.keys))
        for key in ["author", "text", "id", "parent"] {
          #expect(one[key] as? String == other[key] as? String)
        }
        #expect(one["depth"] as? Int == other["depth"] as? Int)
      }
    }
  }

  @Test func `A post without comments has nothing to write`() {
    #expect(document([comment("1", approved: "0")]).isEmpty)
    #expect(String(decoding: document([]).bytes(as: .yaml), as: UTF8.self) == "comments: []\npings: []\n")
  }
}
