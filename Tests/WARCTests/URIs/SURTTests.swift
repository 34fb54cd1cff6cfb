import Testing
@testable import WARC

@Suite struct SURTTests {
  @Test(arguments: [
    ("http://qm.example/", "example,qm)/"),
    ("https://www.qm.example/2009/05/Fest/", "example,qm)/2009/05/fest"),
    ("http://www2.qm.example:80/a//b/../c/", "example,qm)/a/c"),
    ("https://qm.example:443", "example,qm)/"),
    ("http://qm.example:8080/", "example,qm:8080)/"),
    ("http://user:secret@qm.example/", "example,qm)/"),
    ("http://qm.example/?b=2&a=1&A=0", "example,qm)/?a=0&a=1&b=2"),
    ("http://qm.example/?", "example,qm)/"),
    ("http://qm.example/a?PHPSESSID=0123456789abcdef0123456789ABCDEF&b=1", "example,qm)/a?b=1"),
    ("http://qm.example/a#more-12", "example,qm)/a"),
    ("http://qm.example/a%2Fb%20c", "example,qm)/a/b%20c"),
    ("http://qm.example/Straße", "example,qm)/stra%c3%9fe"),
    ("http://qm.example/Stra%C3%9Fe", "example,qm)/stra%c3%9fe"),
    ("http://müller.example/", "example,xn--mller-kva)/"),
    ("http://straße.example/", "example,strasse)/"),
    ("http://3232235521/", "1,0,168,192)/"),
    ("urn:x-export:Musterkiez.xml", "urn:x-export:musterkiez.xml"),
    ("metadata://qm.example/x", "example,qm)/x"),
    ("qm.example/x", "example,qm)/x"),
    ("", "-"),
  ])
  func `A key is the one by which archives are searched`(address: String, key: String) {
    #expect(SURT.key(of: address) == key)
  }

  @Test func `An address whose port is no port has no key`() {
    #expect(SURT.key(of: "http://qm.example:acht/") == nil)
    #expect(SURT.key(of: "http://qm.example:70000/") == nil)
  }

  @Test func `The short way to a key gives what all rules give`() {
    let hosts = [
      "qm.example", "QM.Example", "www.qm.example", "www2.qm.example", "wwwelt.example", "a.b-c.example", "x",
      ".x", "x.",
      "a..b", "127.0.0.1", "0x7f.1", "10", "1e1", "qm.example:80", "user@qm.example", "",
    ]
    let paths = [
      "", "/", "//", "/a", "/a/", "/a//", "/A/b_c-1/", "/a.html", "/.a", "/a/../b", "/a/./b", "/a..b/",
      "/a?b", "/?p=12", "/?P=12", "/a/?page_id=3", "/?", "/?=", "/?a=b=c",
      "/?sid=0123456789abcdef0123456789abcdef", "/?p=1&q=2", "/a#b", "/a%20b",
      "/a;jsessionid=1", "/(S(1234567890abcdefghijklmn))/a", "/a.aspx", "/ä", "/a b",
      "/%C3%84rger/", "/stra%c3%9Fe-%e2%80%93/", "/%41b/", "/%E4%25", "/%zz/", "/a%8", "/%C3%84?p=1",
    ]
    var count = 0
    for scheme in ["http://", "https://", "HTTP://", "ftp://", ""] {
      for host in hosts {
        for path in paths {
          let address = scheme + host + path
          guard let key = SURT.plainKey(of: address) else { continue }
          count += 1
          #expect(key == SURT.generalKey(of: address), "\(address)")
        }
      }
    }
    #expect(count > 50)
  }
}
