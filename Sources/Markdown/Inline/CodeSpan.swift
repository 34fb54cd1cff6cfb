/// Writes inline code.
enum CodeSpan {
  /// Appends the code between backticks: one more than any run inside, with blanks where they are needed.
  static func write(_ code: ArraySlice<UInt8>, inCell: Bool, to output: inout [UInt8]) {
    let backtick = UInt8(ascii: "`")
    let fence = [UInt8](repeating: backtick, count: fenceLength(for: code))
    let isBlank = code.allSatisfy { $0 == 0x20 }
    let touchesFence = code.first == backtick || code.last == backtick
    // A renderer takes one blank off both ends, where both have one.
    let pads = touchesFence || !isBlank && code.first == 0x20 && code.last == 0x20
    output.append(contentsOf: fence)
    if pads { output.append(0x20) }
    for byte in code {
      if inCell, byte == UInt8(ascii: "|") { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    if pads { output.append(0x20) }
    output.append(contentsOf: fence)
  }

  /// The shortest run of backticks that does not stand in the code.
  private static func fenceLength(for code: ArraySlice<UInt8>) -> Int {
    var lengths: Set<Int> = []
    var length = 0
    for byte in code {
      if byte == UInt8(ascii: "`") {
        length += 1
      } else if length > 0 {
        lengths.insert(length)
        length = 0
      }
    }
    if length > 0 { lengths.insert(length) }
    return (1...).first { !lengths.contains($0) } ?? 1
  }
}
