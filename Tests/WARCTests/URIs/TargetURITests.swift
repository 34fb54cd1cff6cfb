import Testing
import WARC

@Suite struct TargetURITests {
  @Test(arguments: [
    ("https://qm-musterkiez.example/?p=12", "https://qm-musterkiez.example/?p=12"),
    ("http://qm.example/Straße 1/", "http://qm.example/Stra%C3%9Fe%201/"),
    ("http://qm.example/100%", "http://qm.example/100%25"),
    ("http://qm.example/%C3%9F%zz", "http://qm.example/%C3%9F%25zz"),
    ("http://qm.example/a[1]|b", "http://qm.example/a%5B1%5D%7Cb"),
    ("http://qm.example/seite#more-12", "http://qm.example/seite"),
    ("http://müller.example:8080/a", "http://xn--mller-kva.example:8080/a"),
    ("http://straße.example/", "http://xn--strae-oqa.example/"),
    ("http://m%C3%BCller.example/", "http://xn--mller-kva.example/"),
    ("http://jörg:geheim@qm.example/", "http://j%C3%B6rg:geheim@qm.example/"),
    ("http://[2001:db8::1]:80/a", "http://[2001:db8::1]:80/a"),
    ("  http://qm.example/\n", "http://qm.example/"),
    ("urn:x-export:ein archiv.xml", "urn:x-export:ein%20archiv.xml"),
    ("file:///home/übernahme.xml", "file:///home/%C3%BCbernahme.xml"),
  ])
  func `An address becomes a URI, and only what must changes`(address: String, uri: String) throws {
    let encoded = try #require(TargetURI(encoding: address))
    #expect(encoded.text == uri)
    #expect(TargetURI(uri) == encoded, "what is right stays as it is")
    #expect(TargetURI(encoding: uri) == encoded)
  }

  @Test(arguments: [
    "", "qm.example/a", "//qm.example/", "http:", "http://qm.example/a b", "http://qm.example/ß",
    "http://qm.example/%",
    "http://qm.example/%4", "http://qm.example/a#b", "<http://qm.example/>", "1http://qm.example/",
    "http://qm.example/[",
  ])
  func `What is no URI is not taken for one`(text: String) {
    #expect(TargetURI(text) == nil)
  }

  @Test(arguments: ["", "qm.example/a", "/wp-content/a.jpg", "#oben", "http:"])
  func `An address without a scheme cannot be encoded`(address: String) {
    #expect(TargetURI(encoding: address) == nil)
  }
}
