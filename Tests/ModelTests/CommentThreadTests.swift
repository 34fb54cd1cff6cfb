import Model
import Testing

@Suite struct CommentThreadTests {
  private func comment(_ id: String, answering parent: String = "0") -> Model.Comment {
    var comment = Model.Comment()
    comment.id = id
    comment.parent = parent
    comment.approved = "1"
    return comment
  }

  private func outline(_ comments: [Model.Comment]) -> String {
    CommentThread(comments).entries.map { "\($0.comment.id):\($0.depth)" }.joined(separator: " ")
  }

  @Test func `An answer stands below what it answers`() {
    let comments = [comment("1"), comment("2"), comment("3", answering: "1"), comment("4", answering: "3")]
    #expect(outline(comments) == "1:0 3:1 4:2 2:0")
  }

  @Test func `An answer that came before its question is still below it`() {
    #expect(outline([comment("2", answering: "5"), comment("5")]) == "5:0 2:1")
  }

  @Test func `An answer to nobody stands at the top`() {
    #expect(outline([comment("1", answering: "99"), comment("2")]) == "1:0 2:0")
  }

  @Test func `Comments that answer each other in a circle are not lost`() {
    #expect(CommentThread([comment("1", answering: "2"), comment("2", answering: "1")]).entries.count == 2)
  }

  @Test func `Comments without ids are all kept`() {
    #expect(CommentThread([comment(""), comment(""), comment("", answering: "")]).entries.count == 3)
  }
}
