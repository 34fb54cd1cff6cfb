/// The JSON Schemas that describe what this room writes, as they are shipped in every package.
public enum Schemas {
  /// Describes one line of `items.jsonl`.
  public static var items: [UInt8] { PackageResources.items_schema_json }
  /// Describes one line of `ledger.jsonl`.
  public static var ledger: [UInt8] { PackageResources.ledger_schema_json }
}
