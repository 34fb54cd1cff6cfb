/// Finds e-mail and IP addresses in text, so that they stay out of what is meant for publication.
public enum PersonalData {
  /// The text with every e-mail address replaced by `[e-mail]` and every IP address by `[IP]`.
  ///
  /// Four numbers up to 255 joined by dots are taken for an IP address, whatever they were.
  public static func masked(_ text: String) -> String {
    guard mayHoldAddresses(text.utf8.span) else { return text }
    let bytes = Array(text.utf8)
    return String(decoding: maskedAddresses(maskedMail(bytes)), as: UTF8.self)
  }

  /// Whether there is what no e-mail and no IP address can do without: an `@`, three dots, or two colons.
  private static func mayHoldAddresses(_ bytes: Span<UInt8>) -> Bool {
    var (dots, colons) = (0, 0)
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: ":"): colons += 1
      default: continue
      }
    }
    return dots > 2 || colons > 1
  }

  private static func maskedMail(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "@")) else { return bytes }
    var output: [UInt8] = []
    var rest = 0
    for at in bytes.indices where bytes[at] == UInt8(ascii: "@") && at >= rest {
      var start = at
      while start > rest, isLocal(bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < bytes.count, isHost(bytes[end]) { end += 1 }
      while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
        end -= 1
      }
      let host = bytes[(at + 1)..<end]
      guard start < at, let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > host.startIndex,
        host.endIndex - dot > 2
      else { continue }
      output.append(contentsOf: bytes[rest..<start])
      output.append(contentsOf: "[e-mail]".utf8)
      rest = end
    }
    return output + bytes[rest...]
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80 || "._%+-!#$&'*/=?^`{|}~".utf8.contains(byte)
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// Replaces words of digits, dots and colons that read as an IP address.
  private static func maskedAddresses(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard
        isLetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ":")
          || bytes[index] >= 0x80
      else {
        output.append(bytes[index])
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isAddressPart(bytes[end]) { end += 1 }
      var word = bytes[index..<end]
      while let last = word.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":"), word.count > 2 {
        word.removeLast()
      }
      if mayHoldAddresses(word.span), isIPv4(word) || isIPv6(word) {
        output.append(contentsOf: "[IP]".utf8)
      } else {
        output.append(contentsOf: word)
      }
      output.append(contentsOf: bytes[word.endIndex..<end])
      index = end
    }
    return output
  }

  private static func isAddressPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  private static func isIPv4(_ word: ArraySlice<UInt8>) -> Bool {
    // A port may follow.
    let parts = word.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count == 1 || parts[1].allSatisfy(isDigit) else { return false }
    let numbers = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.count == 4
      && numbers.allSatisfy { number in
        number.count <= 3 && number.allSatisfy(isDigit)
          && (Int(String(decoding: number, as: UTF8.self)) ?? 256) < 256
      }
  }

  private static func isIPv6(_ word: ArraySlice<UInt8>) -> Bool {
    let groups = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard groups.count >= 3, groups.count <= 9,
      groups.allSatisfy({ group in
        group.count <= 4 && group.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
      })
    else { return false }
    let isShortened = groups.dropFirst().dropLast().contains(where: \.isEmpty)
    return groups.count == 8 && !isShortened || isShortened && word.contains(where: isDigit)
  }
}
