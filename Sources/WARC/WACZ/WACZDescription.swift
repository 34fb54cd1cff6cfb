public import Bytes

/// What a WACZ file says of itself (WACZ 1.1.1, section 5.2.4).
public struct WACZDescription: Sendable, Hashable {
  /// The archive's name.
  public let title: String
  /// What it is, in Markdown.
  public let description: String
  /// When it was made.
  public let created: UTCTime
  /// The program that made it.
  public let software: String
  /// The page that a reader sees first.
  public var mainPage: WACZPage?

  /// Describes an archive.
  public init(
    title: String, description: String, created: UTCTime, software: String, mainPage: WACZPage? = nil
  ) {
    self.title = title
    self.description = description
    self.created = created
    self.software = software
    self.mainPage = mainPage
  }

  /// The text of `datapackage.json` for a file of these entries.
  func dataPackage(_ resources: [WACZResource]) -> [UInt8] {
    var json = JSONText(capacity: 1024)
    json.object { json in
      func member(_ name: String, _ value: String) {
        json.key(named: name)
        json.string(value)
      }
      member("profile", "data-package")
      member("wacz_version", "1.1.1")
      member("title", title)
      member("description", description)
      member("created", created.description)
      member("modified", created.description)
      member("software", software)
      if let mainPage {
        member("mainPageUrl", mainPage.uri.text)
        member("mainPageDate", mainPage.date.description)
      }
      json.key("resources")
      json.array { json in for resource in resources { resource.write(to: &json) } }
    }
    json.endLine()
    return json.bytes
  }
}

/// One entry of a WACZ file as `datapackage.json` lists it.
struct WACZResource {
  let path: String
  let digest: Digest
  let length: Int

  func write(to json: inout JSONText) {
    json.object { json in
      json.key("name")
      json.string(name)
      json.key("path")
      json.string(path)
      json.key("hash")
      json.string(DigestLabel.text(of: digest))
      json.key("bytes")
      json.integer(length)
    }
  }

  /// A name as data packages want it: small letters, digits and `-._/`.
  private var name: String {
    String(
      decoding: path.lowercased().utf8.map { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-._/".utf8.contains(byte)
          ? byte : UInt8(ascii: "-")
      }, as: UTF8.self)
  }
}
