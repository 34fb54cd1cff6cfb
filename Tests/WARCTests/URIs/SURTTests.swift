import Testing
import WARC

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
}
