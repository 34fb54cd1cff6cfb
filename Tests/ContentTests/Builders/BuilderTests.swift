import Foundation
import Model
import Testing

@testable import Content

struct BuilderTests {
  @Test(arguments: [
    (
      "[vc_row css=\".x{margin:1px !important;}\"][vc_column][vc_column_text]Ein\n\nZwei[/vc_column_text][/vc_column][/vc_row]",
      "<p>Ein</p>\n<p>Zwei</p>\n"
    ),
    (
      "[vc_custom_heading text=\"Über ``uns``\" font_container=\"tag:h2|text_align:left\"]",
      "<h2>Über \"uns\"</h2>\n"
    ),
    (
      "[vc_btn title=\"Los\" link=\"url:https%3A%2F%2Fa.example%2F|title:x\"]",
      "<p><a href=\"https://a.example/\">Los</a></p>\n"
    ),
    ("[vc_raw_html]JTNDcCUzRVJvaCUzQyUyRnAlM0U=[/vc_raw_html]", "<p>Roh</p>\n"),
    ("[vc_single_image image=\"1\"]", "<p><img src=\"/b.jpg\" alt=\"B\"></p>\n"),
    (
      "[et_pb_section][et_pb_row][et_pb_text]<p>Text</p>[/et_pb_text][et_pb_blurb title=\"Frage\" image=\"https://a.example/i.png\"]Antwort[/et_pb_blurb][/et_pb_row][/et_pb_section]",
      "<p>Text</p>\n<p><img src=\"https://a.example/i.png\" alt=\"\"></p>\n<h3>Frage</h3>\n<p>Antwort</p>\n"
    ),
    (
      "[fusion_builder_container][fusion_title size=\"2\"]Titel[/fusion_title][fusion_text]Ein [fusion_highlight]Wort[/fusion_highlight].[/fusion_text][/fusion_builder_container]",
      "<h2>Titel</h2>\n<p>Ein Wort.</p>\n"
    ),
    (
      "[vc_progress_bar values=\"%5B%7B%22label%22%3A%22Lesen%22%2C%22value%22%3A%2290%22%7D%5D\" title=\"yes\"]",
      "<p>Lesen</p>\n"
    ),
    (
      "[et_pb_number_counter title=\"Gäste\" number=\"120\" position=\"left\"]",
      "<h3>Gäste</h3>\n<p>120</p>\n"
    ),
    (
      "[siteorigin_widget class=\"W\"]<input type=\"hidden\" value=\"{&quot;instance&quot;:{&quot;title&quot;:&quot;Hallo&quot;,&quot;text&quot;:&quot;Ein &lt;b&gt;Wort&lt;/b&gt;&quot;,&quot;color&quot;:&quot;red&quot;}}\" />[/siteorigin_widget]",
      "<p>Hallo</p>\n<p>Ein <b>Wort</b></p>\n"
    ),
  ]) func `Page builders' shortcodes leave their text`(content: String, expected: String) {
    let site = SmallSite(media: ["1": ContentAttachment(id: "1", url: "/b.jpg", alternativeText: "B")])
    #expect(html(content, site) == expected)
  }

  @Test func `HTML that a builder hid in Base64 is UTF-8 whatever it hid, and the repair is named`() {
    let hidden = Array("<p>Für Gr".utf8) + [0xFC, 0x6E] + Array("</p>".utf8)
    let content = "[vc_raw_html]\(Data(hidden).base64EncodedString())[/vc_raw_html]"
    let rendered = ContentRenderer(lookup: SmallSite()).render(Array(content.utf8))
    #expect(String(validating: rendered.html, as: UTF8.self) == "<p>Für Grün</p>\n")
    #expect(rendered.findings.contains { $0.code.rawValue == "invalid-utf8" && $0.severity == .repair })
  }

  @Test func `Elementor's page is read from its field`() {
    let data = """
      [{"elType":"section","elements":[{"elType":"column","elements":[
      {"elType":"widget","widgetType":"heading","settings":{"title":"Über uns","header_size":"h3"}},
      {"elType":"widget","widgetType":"text-editor","settings":{"editor":"<p>Ein Wort.</p>"}},
      {"elType":"widget","widgetType":"image","settings":{"image":{"url":"/a.jpg","id":4,"alt":"A"}}},
      {"elType":"widget","widgetType":"accordion","settings":{"selected_icon":{"value":"fas fa-plus"},"title_html_tag":"div","tabs":[{"tab_title":"Frage","tab_content":"Antwort"}]}},
      {"elType":"widget","widgetType":"shortcode","settings":{"shortcode":"[toc]"}},
      {"elType":"widget","widgetType":"button","settings":{"text":"Los","link":{"url":"/los"}}}]}]}]
      """
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(
      [], meta: [MetaEntry(key: "_elementor_data", value: data)])
    #expect(
      String(decoding: rendered.html, as: UTF8.self) == """
        <h3>Über uns</h3>
        <p>Ein Wort.</p>
        <figure><img src="/a.jpg" alt="A"></figure>
        <p>Frage</p>
        <p>Antwort</p>
        <p>[toc]</p>
        <p><a href="/los">Los</a></p>

        """)
    #expect(rendered.usage.shortcodes["elementor:heading"] == 1)
  }

  @Test func `Elementor's field that is no JSON is a loss`() {
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(
      [], meta: [MetaEntry(key: "_elementor_data", value: "[{")])
    #expect(rendered.findings.map(\.severity) == [.loss])
  }

  @Test func `SiteOrigin's page is read from its field`() {
    let data =
      "a:1:{s:7:\"widgets\";a:1:{i:0;a:2:{s:5:\"title\";s:5:\"Hallo\";s:4:\"text\";s:9:\"Ein Wort.\";}}}"
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(
      [], meta: [MetaEntry(key: "panels_data", value: data)])
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<p>Hallo</p>\n<p>Ein Wort.</p>\n")
  }
}
