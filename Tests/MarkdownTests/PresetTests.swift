import Testing

@testable import Markdown

struct PresetTests {
  static let post = {
    var post = PostFacts()
    post.title = "Sommerfest: \"Kiez\""
    post.date = "2016-05-24T10:15:00+02:00"
    post.slug = "sommerfest"
    post.path = "2016/05/sommerfest"
    post.categories = ["Feste", "Kiez, Hof"]
    post.tags = ["Musik"]
    post.authors = ["Ada Beispiel"]
    return post
  }()

  static let page = {
    var page = PostFacts()
    page.type = "page"
    page.title = "Team"
    page.slug = "team"
    page.path = "verein/team"
    return page
  }()

  @Test(arguments: [
    ("plain", "2016/05/sommerfest.md", "verein/team.md"),
    ("hugo", "content/posts/sommerfest/index.md", "content/pages/verein/team.md"),
    ("jekyll", "_posts/2016-05-24-sommerfest.md", "verein/team.md"),
    ("eleventy", "posts/sommerfest.md", "pages/verein/team.md"),
    ("astro", "src/content/posts/sommerfest.md", "src/content/pages/verein/team.md"),
    ("zola", "content/posts/sommerfest/index.md", "content/pages/verein/team.md"),
    ("pelican", "content/2016-05-24-sommerfest.md", "content/pages/verein/team.md"),
  ])
  func `Posts and pages lie where the generator looks`(_ name: String, _ post: String, _ page: String) throws
  {
    let preset = try #require(Preset.named(name))
    #expect(preset.path(of: Self.post) == post)
    #expect(preset.path(of: Self.page) == page)
  }

  @Test(arguments: [
    ("plain", "2016/05/sommerfest.comments.md"), ("hugo", "content/posts/sommerfest/comments.json"),
    ("jekyll", "_data/comments/2016-05-24-sommerfest.yml"), ("eleventy", "posts/sommerfest.11tydata.json"),
    ("astro", "src/data/comments/sommerfest.json"), ("zola", "content/posts/sommerfest/comments.json"),
    ("pelican", "content/2016-05-24-sommerfest.comments.json"),
  ])
  func `Comments lie where templates find them`(_ name: String, _ expected: String) throws {
    let preset = try #require(Preset.named(name))
    #expect(preset.commentsPath(besidePath: preset.path(of: Self.post), of: Self.post) == expected)
  }

  @Test func `A page above others is no bundle, and its comments are data`() {
    #expect(
      Preset.hugo.commentsPath(besidePath: "content/verein/team.md", of: Self.page)
        == "data/comments/verein/team.json")
    #expect(
      Preset.zola.commentsPath(besidePath: "content/verein/team.md", of: Self.page)
        == "data/comments/verein/team.json")
  }

  @Test func `No name hides a file or leaves its folder`() {
    var odd = Self.post
    odd.slug = "../../etc/passwd"
    odd.path = ""
    for preset in Preset.all {
      #expect(preset.path(of: odd).contains("etc-passwd"))
      #expect(!preset.path(of: odd).contains(".."))
    }
    odd.path = "2016/05/%e5%8c"
    #expect(Preset.jekyll.frontMatter(of: odd)["permalink"] == .string("/2016/05/%25e5%258c/"))
  }

  @Test func `Hugo gets its fields`() {
    let text = String(decoding: Preset.hugo.frontMatter(of: Self.post).bytes(as: .yaml), as: UTF8.self)
    #expect(
      text == """
        ---
        title: "Sommerfest: \\"Kiez\\""
        date: 2016-05-24T10:15:00+02:00
        draft: false
        slug: "sommerfest"
        url: "/2016/05/sommerfest/"
        authors:
          - "Ada Beispiel"
        categories:
          - "Feste"
          - "Kiez, Hof"
        tags:
          - "Musik"
        ---

        """)
  }

  @Test func `Zola gets its taxonomies in a table`() {
    let text = String(decoding: Preset.zola.frontMatter(of: Self.post).bytes(as: .toml), as: UTF8.self)
    #expect(text.contains("path = \"2016/05/sommerfest\"\n"))
    #expect(text.contains("\n[taxonomies]\ncategories = [\"Feste\", \"Kiez, Hof\"]\ntags = [\"Musik\"]\n"))
  }

  @Test func `Pelican gets one category and lines`() {
    let text = String(
      decoding: Preset.pelican.frontMatter(of: Self.post).bytes(as: .metadataLines), as: UTF8.self)
    #expect(
      text.hasPrefix("Title: Sommerfest: \"Kiez\"\nDate: 2016-05-24T10:15:00+02:00\nSlug: sommerfest\n"))
    #expect(text.contains("\nCategory: Feste\nCategories: Feste; Kiez, Hof\nTags: Musik\n"))
    #expect(text.contains("\nSave_as: 2016/05/sommerfest/index.html\n"))
  }

  @Test(arguments: Preset.all.map(\.name))
  func `A draft is told as one`(_ name: String) throws {
    var draft = Self.post
    draft.isDraft = true
    draft.status = "draft"
    let preset = try #require(Preset.named(name))
    let told = preset.frontMatter(of: draft)
    let isTold =
      told["draft"] == .bool(true) || told["published"] == .bool(false) || told["Status"] == .string("draft")
      || told["status"] == .string("draft")
    #expect(isTold)
  }

  @Test func `A post without date or slug still has a place`() {
    var bare = PostFacts()
    bare.id = "17"
    for preset in Preset.all {
      #expect(preset.path(of: bare).contains("post-17"))
      #expect(preset.path(of: bare).hasSuffix(".md"))
      #expect(!preset.path(of: bare).contains("draft"))
    }
  }
}
