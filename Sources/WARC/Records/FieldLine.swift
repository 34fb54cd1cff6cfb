internal import Bytes

extension [UInt8] {
  /// Appends the line of a field, `mark` between its name and its value: one growth of the array for all four parts.
  mutating func appendLine(
    _ name: Span<UInt8>, _ mark: Span<UInt8>, _ value: Span<UInt8>, _ end: Span<UInt8>
  ) {
    append(addingCapacity: name.count + mark.count + value.count + end.count) { line in
      line.append(copying: name)
      line.append(copying: mark)
      line.append(copying: value)
      line.append(copying: end)
    }
  }
}
