import Conversion
import Foundation
import Testing
import WARC

/// The redirects of the old site in the web archive, and what conversions refer to.
@Suite struct RedirectRecordTests {
  private static let site = "https://qm-musterkiez.example"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func archives(_ posts: [Export.Post]) async throws -> PackageArchives {
    let input = try folder.write(Export.bytes(posts), to: "export.xml")
    let options = ConversionOptions(destination: folder.path + "/out")
    _ = try await Converter(options: options).convert([input])
    return try PackageArchives(options.destination)
  }

  private static func oldSlug(_ slug: String) -> String {
    "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>\(slug)</wp:meta_value></wp:postmeta>"
  }

  @Test func `A short link leads to the permalink, a page's by both of its names`() async throws {
    var page = Export.Post(2, slug: "kontakt")
    page.type = "page"
    page.link = "\(Self.site)/kontakt/"
    let archives = try await archives([Export.Post(1), page])
    #expect(archives.redirect(at: "\(Self.site)/?p=1") == "\(Self.site)/2016/05/beitrag-1/")
    #expect(archives.redirect(at: "\(Self.site)/?page_id=2") == "\(Self.site)/kontakt/")
    #expect(archives.redirect(at: "\(Self.site)/?p=2") == "\(Self.site)/kontakt/")
    #expect(archives.redirect(at: "\(Self.site)/?page_id=1") == nil)
  }

  @Test func `A post type's own short link is taken from its identifier`() async throws {
    var project = Export.Post(3, slug: "garten")
    project.type = "projekt"
    project.link = "\(Self.site)/projekte/garten/"
    project.extra = "<guid isPermaLink=\"false\">\(Self.site)/?post_type=projekt&#038;p=3</guid>"
    let archives = try await archives([project])
    #expect(
      archives.redirect(at: "\(Self.site)/?post_type=projekt&p=3") == "\(Self.site)/projekte/garten/")
  }

  @Test func `A former slug leads to the post, unless another post lives there now`() async throws {
    var renamed = Export.Post(1, slug: "sommerfest")
    renamed.extra = Self.oldSlug("fest") + Self.oldSlug("feier")
    var heir = Export.Post(2, slug: "feier")
    heir.extra = Self.oldSlug("fest")
    let archives = try await archives([renamed, heir])
    #expect(archives.redirect(at: "\(Self.site)/2016/05/fest/") == "\(Self.site)/2016/05/sommerfest/")
    #expect(archives.redirect(at: "\(Self.site)/2016/05/feier/") == nil)
    #expect(archives.records(.response).count { $0.uri.hasSuffix("/fest/") } == 1)
  }

  @Test(arguments: ["draft", "private", "trash", "future"])
  func `What is withheld has no redirect`(status: String) async throws {
    var secret = Export.Post(1)
    secret.status = status
    secret.extra = Self.oldSlug("geheim")
    let archives = try await archives([secret, Export.Post(2)])
    #expect(archives.records(.response).map(\.uri) == ["\(Self.site)/?p=2"])
  }

  @Test func `A post that shares its address stands at its short link and is not redirected away`()
    async throws
  {
    var twin = Export.Post(2)
    twin.link = "\(Self.site)/2016/05/beitrag-1/"
    let archives = try await archives([Export.Post(1), twin])
    #expect(archives.record(at: "\(Self.site)/?p=2")?.head.type == .resource)
    #expect(archives.redirect(at: "\(Self.site)/?p=1") == "\(Self.site)/2016/05/beitrag-1/")
  }

  @Test func `The index has a redirect's status, type and digest`() async throws {
    let archives = try await archives([Export.Post(1)])
    let line = archives.index.split(separator: "\n").first { $0.contains("?p=1\"") }
    #expect(line?.hasPrefix("example,qm-musterkiez)/?p=1 20220704100000 {") == true)
    #expect(line?.contains(#""mime":"text/html","status":"301","digest":"sha256:e3b0c442"#) == true)
    let lines = archives.index.split(separator: "\n").map { Array($0.utf8) }
    #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `Conversions refer to the export, met again in their own file`() async throws {
    let archives = try await archives([Export.Post(1), Export.Post(2)])
    let source = try #require(archives.derived.first { $0.head.type == .revisit })
    let export = try #require(archives.records(.resource).first)
    let types = archives.derived.map { $0.head.type }
    #expect(types.prefix(3) == [.warcinfo, .revisit, .metadata])
    #expect(types.dropFirst(3).allSatisfy { $0 == .conversion } && types.count == 7)
    #expect(source.uri == export.uri && source.head[.refersToTargetURI] == export.uri)
    #expect(source.head[.payloadDigest] == export.head[.payloadDigest] && source.head[.refersTo] == nil)
    for conversion in archives.derived where conversion.head.type == .conversion {
      #expect(conversion.head[.refersTo] == source.head[.recordID])
    }
    #expect(!archives.index.contains("derived"))
  }
}
