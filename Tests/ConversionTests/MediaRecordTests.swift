import Bytes
import Conversion
import Foundation
import Testing
import WARC

/// The media of an uploads copy in the web archive, and what a run leaves about itself.
@Suite struct MediaRecordTests {
  private static let uploads = "https://qm-musterkiez.example/wp-content/uploads/"
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func put(_ bytes: [UInt8], at path: String) throws {
    let parent = (folder.path + "/uploads/" + path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    _ = try folder.write(bytes, to: "uploads/" + path)
  }

  private func archives(
    _ posts: [Export.Post], configure: (inout ConversionOptions) -> Void = { _ in }
  ) async throws -> PackageArchives {
    let input = try folder.write(Export.bytes(posts), to: "export.xml")
    var options = ConversionOptions(destination: folder.path + "/out")
    options.uploads = folder.path + "/uploads"
    configure(&options)
    _ = try await Converter(options: options).convert([input])
    return try PackageArchives(options.destination)
  }

  private func showing(_ links: String...) -> Export.Post {
    var post = Export.Post(1)
    post.content = links.map { "<p><img src=\"\($0)\"></p>" }.joined()
    return post
  }

  private func attachment(_ id: Int, _ path: String, parent: Int = 0, status: String = "inherit")
    -> Export.Post
  {
    var post = Export.Post(id, slug: "bild-\(id)")
    post.type = "attachment"
    post.status = status
    post.link = "https://qm-musterkiez.example/bild-\(id)/"
    post.extra = "<wp:attachment_url>\(Self.uploads)\(path)</wp:attachment_url>"
    post.parent = parent
    return post
  }

  @Test(
    arguments: [
      (Self.png, "image/png"), ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
      (Array("GIF89a......".utf8), "image/gif"),
      (Array("RIFF....WEBPVP8 ".utf8), "image/webp"), (Array("RIFF....WAVEfmt ".utf8), "audio/x-wav"),
      (Array("....ftypisom....".utf8), "video/mp4"), (Array("....ftypavif....".utf8), "image/avif"),
      (Array("%PDF-1.4\n%äöü".utf8), "application/pdf"), (Array("ID3\u{3}".utf8), "audio/mpeg"),
      (Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), "image/svg+xml"),
      (Array("<!DOCTYPE html><html>".utf8), "text/html"), (Array("Müllabfuhr: dienstags".utf8), "text/plain"),
      (
        Array("PK\u{3}\u{4}................[Content_Types].xml word/document.xml".utf8),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      ),
      (
        [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 26)
          + Array("mimetypeapplication/vnd.oasis.opendocument.textPK".utf8),
        "application/vnd.oasis.opendocument.text"
      ),
      ([0, 1, 2, 3, 0xFE], "application/octet-stream"), ([], "application/octet-stream"),
    ] as [([UInt8], String)])
  func `A medium's type is told from its bytes, whatever its name`(bytes: [UInt8], type: String) async throws
  {
    try put(bytes, at: "2019/05/bild.txt")
    let archives = try await archives([showing(Self.uploads + "2019/05/bild.txt")])
    let record = try #require(archives.record(at: Self.uploads + "2019/05/bild.txt"))
    #expect(record.head.type == .resource && record.block == bytes)
    #expect(record.head[.contentType] == type)
    #expect(record.head[.identifiedPayloadType] == (type == "application/octet-stream" ? nil : type))
  }

  @Test func `A smaller copy that a post shows is archived at its own address`() async throws {
    try put(Self.png, at: "2019/05/bild.png")
    try put(Self.png + [1], at: "2019/05/bild-300x200.png")
    let archives = try await archives([showing("/wp-content/uploads/2019/05/bild-300x200.png")])
    #expect(archives.record(at: Self.uploads + "2019/05/bild-300x200.png")?.block == Self.png + [1])
  }

  @Test func `Where only the original is left, readers are sent on to it`() async throws {
    try put(Self.png, at: "2019/05/größe.png")
    let archives = try await archives([showing(Self.uploads + "2019/05/größe-300x200.png")])
    #expect(
      archives.redirect(at: Self.uploads + "2019/05/gr%C3%B6%C3%9Fe-300x200.png")
        == Self.uploads + "2019/05/gr%C3%B6%C3%9Fe.png")
    #expect(archives.record(at: Self.uploads + "2019/05/gr%C3%B6%C3%9Fe.png")?.block == Self.png)
  }

  @Test func `The same bytes at another address are a revisit of the first`() async throws {
    try put(Self.png, at: "2019/05/a.png")
    try put(Self.png, at: "2020/01/b.png")
    let archives = try await archives([
      showing(Self.uploads + "2019/05/a.png", Self.uploads + "2020/01/b.png")
    ])
    let first = try #require(archives.record(at: Self.uploads + "2019/05/a.png"))
    let revisit = try #require(archives.record(at: Self.uploads + "2020/01/b.png"))
    #expect(revisit.head.type == .revisit && revisit.block.isEmpty)
    #expect(revisit.head[.refersTo] == first.head[.recordID])
    #expect(revisit.head[.refersToTargetURI] == first.uri && revisit.head[.refersToDate] == first.head[.date])
    #expect(revisit.head[.payloadDigest] == first.head[.payloadDigest])
    #expect(archives.index.contains(#"/2020/01/b.png","mime":"warc/revisit","digest":"sha256:"#))
  }

  @Test func `http and https are one address, and a picture's other widths are kept`() async throws {
    try put(Self.png, at: "a.png")
    try put(Self.png + [2], at: "a-2x.png")
    var post = showing("http://www.qm-musterkiez.example/wp-content/uploads/a.png", Self.uploads + "a.png")
    post.content +=
      "<img src=\"\(Self.uploads)a.png\" srcset=\"\(Self.uploads)a.png 1x, \(Self.uploads)a-2x.png 2x\">"
    let archives = try await archives([post])
    #expect(archives.records.count { $0.uri.hasSuffix("/a.png") } == 1)
    #expect(archives.record(at: Self.uploads + "a-2x.png")?.block == Self.png + [2])
  }

  @Test func `An attachment's page leads to its file`() async throws {
    try put(Self.png, at: "2019/05/bild.png")
    let archives = try await archives([Export.Post(1), attachment(7, "2019/05/bild.png", parent: 1)])
    for page in ["?attachment_id=7", "?p=7", "bild-7/"] {
      #expect(
        archives.redirect(at: "https://qm-musterkiez.example/" + page) == Self.uploads + "2019/05/bild.png")
    }
  }

  @Test(arguments: [
    ("private", "inherit"), ("draft", "inherit"), ("publish", "trash"), ("publish", "private"),
  ])
  func `What belongs to a withheld post is not shown`(parent: String, status: String) async throws {
    try put(Self.png, at: "2019/05/bild.png")
    var post = Export.Post(1)
    post.status = parent
    let archives = try await archives([post, attachment(7, "2019/05/bild.png", parent: 1, status: status)])
    #expect(archives.record(at: Self.uploads + "2019/05/bild.png") == nil)
    #expect(archives.redirect(at: "https://qm-musterkiez.example/?attachment_id=7") == nil)
  }

  @Test func `As responses, pages and media have a head that tells type and length`() async throws {
    try put(Self.png, at: "a.png")
    let archives = try await archives([showing(Self.uploads + "a.png")]) { $0.asResponse = true }
    let page = try #require(archives.record(at: "https://qm-musterkiez.example/2016/05/beitrag-1/"))
    #expect(page.head.type == .response)
    #expect(
      page.text.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "))
    let medium = try #require(archives.record(at: Self.uploads + "a.png"))
    #expect(
      medium.block.starts(
        with: "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 12\r\n\r\n".utf8))
    #expect(medium.block.suffix(12) == Self.png[...])
    #expect(medium.head[.payloadDigest] == "sha256:" + Digest(.sha256, of: Self.png).hexadecimal)
  }

  @Test func `The last records are a report of the run and a manifest of its files`() async throws {
    let archives = try await archives([Export.Post(1)]) { $0.uploads = nil }
    let manifest = try #require(archives.records.last)
    let report = try #require(archives.records.dropLast().last)
    #expect(manifest.head.type == .metadata && manifest.head[.targetURI] == nil)
    for file in [archives.records, archives.derived] {
      #expect(
        manifest.text.contains("relation: \(file.first?.head[.recordID] ?? "-") qm-musterkiez.example-"))
    }
    #expect(report.head[.concurrentTo] == manifest.head[.recordID])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(report.block)) as? [String: Any])
    #expect(
      ((json["account"] as? [String: Any])?["item"] as? [String: Int]) == ["source": 1, "converted": 1])
  }
}
