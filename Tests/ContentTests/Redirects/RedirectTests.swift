import Testing

@testable import Content

struct RedirectTests {
  private let table = RedirectTable(
    [
      Redirect(permalink: "https://a.example/2019/05/garten/", to: "/posts/garten/"),
      Redirect(permalink: "https://a.example/?p=3", to: "/posts/drei (3)/"),
      Redirect(permalink: "https://a.example/%C3%BCber+uns.html", to: "/über/"),
      Redirect(permalink: "https://a.example/gleich/", to: "/gleich/"),
      Redirect(permalink: "https://a.example/2019/05/garten/", to: "/doppelt/"),
      Redirect(permalink: "https://a.example/a,\"b$c/", to: "/d/"),
    ].compactMap { $0 })

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `A table is sorted and has each address once`() {
    #expect(
      string(table.csv()) == """
        from,to
        /%C3%BCber+uns.html,/%C3%BCber/
        /2019/05/garten/,/posts/garten/
        /?p=3,/posts/drei%20(3)/
        "/a,%22b%24c/",/d/

        """)
  }

  @Test func `nginx looks addresses up in a map`() {
    #expect(
      string(table.nginx()).hasSuffix(
        """
          default "";
          "/%C3%BCber+uns.html" "/%C3%BCber/";
          "/2019/05/garten/" "/posts/garten/";
          "/2019/05/garten" "/posts/garten/";
          "/?p=3" "/posts/drei%20(3)/";
          "/a,%22b%24c/" "/d/";
          "/a,%22b%24c" "/d/";
        }

        """))
  }

  @Test func `Apache compares decoded paths and whole queries`() {
    #expect(
      string(table.apache()) == """
        RewriteEngine On
        RewriteCond %{QUERY_STRING} ^$
        RewriteRule "^über\\+uns\\.html/?$" "/\\%C3\\%BCber/" [R=301,L,NE,QSD]
        RewriteCond %{QUERY_STRING} ^$
        RewriteRule "^2019/05/garten/?$" "/posts/garten/" [R=301,L,NE,QSD]
        RewriteCond %{QUERY_STRING} ^p=3$
        RewriteRule "^$" "/posts/drei\\%20(3)/" [R=301,L,NE,QSD]
        RewriteCond %{QUERY_STRING} ^$
        RewriteRule "^a,\\"b\\$c/?$" "/d/" [R=301,L,NE,QSD]

        """)
  }

  @Test func `Netlify takes a line each`() {
    #expect(string(table.netlify()).contains("/2019/05/garten/ /posts/garten/ 301\n"))
    #expect(string(table.netlify()).contains("/ p=3 /posts/drei%20(3)/ 301\n"))
  }
}
