import Conversion
import Foundation
import Testing

/// Posts that are translations of one another know where the others are.
struct TranslationTests {
  private func matter(
    of slug: String, _ posts: [Export.Post], terms: String = "", preset: String = "plain"
  ) async throws -> String {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let text = Export.head + terms + posts.map(\.xml).joined() + Export.tail
    let input = try folder.write(Array(text.utf8), to: "export.xml")
    var options = ConversionOptions(destination: folder.path + "/out")
    options.preset = preset
    options.isBare = true
    options.outputs = [.markdown]
    _ = try await Converter(options: options).convert([input])
    let path = preset == "plain" ? "2016/05/\(slug).md" : "content/posts/\(slug)/index.md"
    let file = try String(contentsOfFile: folder.path + "/out/" + path, encoding: .utf8)
    return file.components(separatedBy: "---\n")[1]
  }

  private func post(_ id: Int, _ language: String, group: String?, status: String = "publish") -> Export.Post
  {
    var post = Export.Post(id, slug: "fest-\(language)")
    post.status = status
    post.extra = "<category domain=\"language\" nicename=\"\(language)\"><![CDATA[\(language)]]></category>"
    if let group {
      post.extra +=
        "<category domain=\"post_translations\" nicename=\"\(group)\"><![CDATA[\(group)]]></category>"
    }
    return post
  }

  @Test func `Polylang's groups are read from the items' own terms`() async throws {
    let posts = [
      post(1, "de", group: "pll_5f1"), post(2, "en", group: "pll_5f1"),
      post(3, "fr", group: "pll_5f1", status: "draft"),
      post(4, "tr", group: "pll_777"),
    ]
    let german = try await matter(of: "fest-de", posts)
    #expect(
      german.contains("language: \"de\"\ntranslation_key: \"pll_5f1\"\ntranslations:\n  en: \"fest-en.md\"\n")
    )
    #expect(!german.contains("  fr:") && !german.contains("  tr:") && !german.contains("  de:"))
    #expect(try await !matter(of: "fest-tr", posts).contains("translations:"))
    let hugo = try await matter(of: "fest-en", posts, preset: "hugo")
    #expect(hugo.contains("  translations:\n    de: \"/2016/05/fest-de/\"\n"))
  }

  @Test func `Polylang's terms list items that do not name the group themselves`() async throws {
    let term = """
      <wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>pll_9</wp:term_slug>
      <wp:term_description><![CDATA[a:3:{s:2:"de";i:1;s:2:"en";i:2;s:2:"fr";i:99;}]]></wp:term_description></wp:term>
      """
    let german = try await matter(
      of: "fest-de", [post(1, "de", group: "pll_9"), post(2, "en", group: nil)], terms: term)
    #expect(german.contains("translations:\n  en: \"fest-en.md\"\n"))
    #expect(!german.contains("  fr:"))
    let english = try await matter(
      of: "fest-en", [post(1, "de", group: "pll_9"), post(2, "en", group: nil)], terms: term)
    #expect(english.contains("translations:\n  de: \"fest-de.md\"\n"))
  }

  @Test func `WPML's groups are read from custom fields`() async throws {
    let posts = ["de", "en"].enumerated().map { number, language in
      var post = Export.Post(number + 1, slug: "fest-\(language)")
      for (key, value) in [
        ("_wpml_import_language_code", language), ("_wpml_import_translation_group", "post_7"),
      ] {
        post.extra +=
          "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value>\(value)</wp:meta_value></wp:postmeta>"
      }
      return post
    }
    #expect(try await matter(of: "fest-en", posts).contains("translations:\n  de: \"fest-de.md\"\n"))
  }
}
