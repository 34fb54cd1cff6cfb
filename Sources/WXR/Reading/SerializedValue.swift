internal import Bytes
internal import Model

extension MetaEntry {
  /// Reads the value where PHP serialized it; what has to be said about that, or nil.
  mutating func decode(at offset: @autoclosure () -> Int) -> Finding? {
    guard PHPSerialized.looksSerialized(value) else { return nil }
    do {
      let serialized = try PHPSerialized(value)
      decoded = serialized.value
      guard serialized.repairs > 0 else { return nil }
      return Finding(
        .serializedLength, .repair, at: offset(),
        "the field \(key) holds serialized strings of another length than they say", count: serialized.repairs
      )
    } catch {
      return Finding(
        .unreadableSerialization, .note, at: offset(),
        "the field \(key) looks serialized and was kept raw only: \(error)")
    }
  }
}
