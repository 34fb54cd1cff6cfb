/// A small export written for a test.
struct Export {
  struct Post {
    var id: Int
    var title = "Titel"
    var slug: String
    var link: String?
    var content = "<p>Text</p>"
    var type = "post"
    var status = "publish"
    var password = ""
    var date = "2016-05-24 12:15:00"
    var parent = 0
    var extra = ""

    init(_ id: Int, slug: String? = nil) {
      self.id = id
      self.slug = slug ?? "beitrag-\(id)"
    }

    var xml: String {
      """
      <item><title><![CDATA[\(title)]]></title><link>\(link ?? "https://qm-musterkiez.example/2016/05/\(slug)/")</link>
      <dc:creator><![CDATA[redaktion]]></dc:creator><content:encoded><![CDATA[\(content)]]></content:encoded>
      <wp:post_id>\(id)</wp:post_id><wp:post_date>\(date)</wp:post_date>
      <wp:post_date_gmt>2016-05-24 10:15:00</wp:post_date_gmt><wp:post_name>\(slug)</wp:post_name>
      <wp:status>\(status)</wp:status><wp:post_parent>\(parent)</wp:post_parent><wp:menu_order>0</wp:menu_order>
      <wp:post_type>\(type)</wp:post_type><wp:post_password>\(password)</wp:post_password>
      <wp:is_sticky>0</wp:is_sticky>\(extra)</item>

      """
    }
  }

  static let head = """
    <?xml version="1.0" encoding="UTF-8" ?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>QM Musterkiez</title><link>https://qm-musterkiez.example</link>
    <pubDate>Mon, 04 Jul 2022 10:00:00 +0000</pubDate><language>de-DE</language>
    <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://qm-musterkiez.example</wp:base_site_url>
    <wp:base_blog_url>https://qm-musterkiez.example</wp:base_blog_url>
    <wp:author><wp:author_id>1</wp:author_id><wp:author_login>redaktion</wp:author_login>
    <wp:author_email>redaktion@qm-musterkiez.example</wp:author_email>
    <wp:author_display_name>Die Redaktion</wp:author_display_name></wp:author>
    <generator>https://wordpress.org/?v=6.1.9</generator>

    """
  static let tail = "</channel>\n</rss>\n"

  static func bytes(_ posts: [Post]) -> [UInt8] {
    Array((head + posts.map(\.xml).joined() + tail).utf8)
  }
}
