import Bytes
import Testing

@testable import Pages

@Suite struct AddressTests {
  static let page = "https://qm-musterkiez.example/2016/05/fest/index.html"

  @Test(arguments: [
    ("../brunnen/", "https://qm-musterkiez.example/2016/05/brunnen/"),
    ("/feed/", "https://qm-musterkiez.example/feed/"),
    ("//www.example.org/x", "https://www.example.org/x"),
    ("?p=12", "https://qm-musterkiez.example/2016/05/fest/index.html?p=12"),
    ("#more-9", "https://qm-musterkiez.example/2016/05/fest/index.html#more-9"),
    ("../../../../zu/weit", "https://qm-musterkiez.example/zu/weit"),
    (" HTTP://Example.ORG:80/a b", "http://example.org/a b"),
    (".", "https://qm-musterkiez.example/2016/05/fest/"),
  ])
  func `A reference is resolved against the page`(reference: String, address: String) throws {
    let base = try #require(WebAddress(Self.page))
    #expect(base.resolving(reference)?.description == address)
  }

  @Test(arguments: ["mailto:post@qm-musterkiez.example", "javascript:void(0)", "data:text/plain,x"])
  func `What leads to no page resolves to nothing`(reference: String) throws {
    #expect(try #require(WebAddress(Self.page)).resolving(reference) == nil)
  }

  @Test func `Addresses of one page have one key`() {
    let forms = [
      "http://qm-musterkiez.example/2016/05/grün/", "https://www.QM-musterkiez.example/2016/05/gr%C3%BCn",
      "https://qm-musterkiez.example/2016/05/gr%c3%bcn/#more-9",
    ]
    #expect(Set(forms.compactMap { WebAddress($0)?.key }).count == 1)
    #expect(WebAddress("https://a.example/?p=1")?.key != WebAddress("https://a.example/?p=2")?.key)
  }

  @Test(arguments: [
    ("qm-musterkiez.example/2016/05/fest/index.html", "http://qm-musterkiez.example/2016/05/fest/"),
    ("kopie/www.qm-musterkiez.example/index.html?p=12", "http://www.qm-musterkiez.example/?p=12"),
    ("qm-musterkiez.example/index.html@p=12.html", "http://qm-musterkiez.example/?p=12"),
    ("qm-musterkiez.example/index.php@cat=3&paged=2.html", "http://qm-musterkiez.example/?cat=3&paged=2"),
    ("qm-musterkiez.example/2016/05/fest/index.html.orig", "http://qm-musterkiez.example/2016/05/fest/"),
    ("qm-musterkiez.example/impressum.html", "http://qm-musterkiez.example/impressum.html"),
    ("qm-musterkiez.example/index8f3a.html", "http://qm-musterkiez.example/"),
  ])
  func `A mirror's file name tells the address`(path: String, address: String) {
    #expect(MirrorPath.address(ofFile: path)?.description == address)
  }

  @Test(arguments: ["index.html", "seiten/fest.html", "archiv.zip/fest.html", "Fest_files/bild.html"])
  func `A path without a host tells none`(path: String) {
    #expect(MirrorPath.address(ofFile: path) == nil)
  }

  @Test(arguments: [
    (" saved from url=(0043)https://qm-musterkiez.example/2016/05/fest/ ", "browser", nil as String?),
    (
      " Mirrored from qm-musterkiez.example/?p=12 by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 24 May 2016 10:15:00 GMT ",
      "httrack", "2016-05-24T10:15:00Z"
    ),
    (
      "\n Page saved with SingleFile \n url: https://qm-musterkiez.example/2016/05/fest/ \n saved date: Tue May 24 2016 12:15:00 GMT+0200 (CEST)\n",
      "singlefile", "2016-05-24T10:15:00Z"
    ),
  ])
  func `A saving tool's comment tells address and time`(comment: String, tool: String, time: String?) throws {
    let saved = try #require(SavedFrom(comment: comment))
    #expect(saved.tool == tool)
    #expect(saved.address.contains("qm-musterkiez.example/"))
    #expect(saved.time?.description == time)
  }

  @Test(arguments: ["", " #content ", " saved from url=(0010)about:blank ", " Mirrored from somewhere "])
  func `Other comments tell nothing`(comment: String) {
    #expect(SavedFrom(comment: comment) == nil)
  }
}
