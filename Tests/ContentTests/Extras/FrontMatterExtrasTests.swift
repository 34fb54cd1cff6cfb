import Bytes
import Model
import Testing

@testable import Content

struct FrontMatterExtrasTests {
  private func item(terms: [TermReference] = [], meta: [(String, String)] = []) -> Item {
    var item = Item(provenance: Provenance(input: "x", inputIndex: 0, range: ByteRange(offset: 0, length: 0)))
    item.terms = terms
    item.meta = meta.map { MetaEntry(key: $0.0, value: $0.1) }
    return item
  }

  @Test func `Polylang's language and group are read from terms`() {
    let extras = FrontMatterExtras(
      of: item(terms: [
        TermReference(taxonomy: "language", slug: "de", name: "Deutsch"),
        TermReference(taxonomy: "post_translations", slug: "pll_5f1", name: "pll_5f1"),
      ]))
    #expect(extras.language == "de")
    #expect(extras.translationGroup == "pll_5f1")
    let translations = FrontMatterExtras.translations(inDescription: "a:2:{s:2:\"de\";i:3;s:2:\"en\";i:4;}")
    #expect(translations.map(\.language) == ["de", "en"])
    #expect(translations.map(\.id) == ["3", "4"])
  }

  @Test func `WPML's language is read from fields or the address`() {
    let extras = FrontMatterExtras(
      of: item(meta: [("_wpml_import_language_code", "en"), ("_wpml_import_translation_group", "post_7")]))
    #expect(extras.language == "en")
    #expect(extras.translationGroup == "post_7")
    var linked = item()
    linked.link = "https://a.example/x/?lang=tr"
    #expect(FrontMatterExtras(of: linked).language == "tr")
  }

  @Test func `A serialized list of ACF is a list`() {
    var item = item(meta: [("_orte", "field_1")])
    item.meta.append(
      MetaEntry(
        key: "orte", value: "a:1:{…}",
        decoded: .array([PHPMember(name: "0", value: .string(Array("Platz".utf8)))])))
    #expect(FrontMatterExtras(of: item).acf.map(\.list) == [["Platz"]])
  }

  @Test func `Several authors, Yoast and ACF are read`() {
    let extras = FrontMatterExtras(
      of: item(
        terms: [TermReference(taxonomy: "author", slug: "cap-koehler", name: "koehler")],
        meta: [
          ("_yoast_wpseo_title", "T"), ("_yoast_wpseo_metadesc", ""), ("ort", "Platz"), ("_ort", "field_5a"),
          ("farbe", "rot"), ("_farbe", "x"),
        ]))
    #expect(extras.coAuthors == [.init(slug: "koehler", name: "koehler")])
    #expect(extras.yoast == [.init(name: "title", value: "T")])
    #expect(extras.acf == [.init(name: "ort", value: "Platz")])
  }
}
