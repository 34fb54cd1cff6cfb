/// Where things stand in a package.
enum PackageLayout {
  static let ledger = "data/ledger.jsonl"
  static let items = "data/json/items.jsonl"
  static let sources = "data/source/"
  static let markdown = "data/markdown"
  static let webArchives = "data/warc"
}
