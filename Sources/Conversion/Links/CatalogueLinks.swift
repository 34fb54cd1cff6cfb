internal import Content

/// The forms under which the catalogue remembers where items can be reached.
enum AddressKey {
  /// A permalink, by its path below the site's home.
  static func permalink(_ key: String) -> [UInt8] { [UInt8(ascii: "l"), UInt8(ascii: ":")] + key.utf8 }
  /// A permalink the item had under a slug it once had, by its path below the site's home.
  static func formerPermalink(_ key: String) -> [UInt8] { [UInt8(ascii: "f"), UInt8(ascii: ":")] + key.utf8 }
  /// A slug the item once had.
  static func oldSlug(_ key: String) -> [UInt8] { [UInt8(ascii: "s"), UInt8(ascii: ":")] + key.utf8 }
  /// An attachment's file, by its path below the uploads.
  static func upload(_ path: String) -> [UInt8] { [UInt8(ascii: "u"), UInt8(ascii: ":")] + path.utf8 }
}

/// Answers a link resolver's questions from the catalogue.
struct CatalogueLinks: LinkLookup {
  let catalogue: Catalogue

  func hasItem(_ id: String) -> Bool {
    Int(id).flatMap { catalogue.index(ofID: $0) } != nil
  }

  func itemID(atPath path: String) -> String? { id(at: AddressKey.permalink(path)) }

  func itemID(ofOldSlug slug: String) -> String? { id(at: AddressKey.oldSlug(slug)) }

  func attachmentID(ofUpload path: String) -> String? { id(at: AddressKey.upload(path)) }

  private func id(at address: [UInt8]) -> String? {
    catalogue.index(ofAddress: address).map { String(catalogue.entries[$0].id) }
  }
}

/// Knows no item: for the first pass, which only needs the forms of addresses.
struct NoLinks: LinkLookup {
  func hasItem(_ id: String) -> Bool { false }
  func itemID(atPath path: String) -> String? { nil }
  func itemID(ofOldSlug slug: String) -> String? { nil }
  func attachmentID(ofUpload path: String) -> String? { nil }
}
