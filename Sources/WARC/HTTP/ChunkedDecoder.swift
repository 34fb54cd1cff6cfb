/// Takes the chunked coding off a body, piece by piece (RFC 9112, section 7.1).
struct ChunkedDecoder {
  private enum State {
    case size
    case sizeExtension
    case data
    case dataEnd
    case trailer
    case done
    case broken
  }

  private var state = State.size
  private var remaining = 0
  private var hasDigits = false
  private var trailerLineLength = 0

  /// Whether the body was complete and well-formed as far as it was seen.
  var isComplete: Bool { state == .done }
  /// Whether the coding was broken.
  var isBroken: Bool { state == .broken }

  /// Decodes `body` and hands each stretch of data to `take` as a range of indices.
  mutating func decode(_ body: Span<UInt8>, _ take: (Range<Int>) -> Void) {
    var index = 0
    while index < body.count {
      if state == .data {
        let end = min(body.count, index + remaining)
        take(index..<end)
        remaining -= end - index
        index = end
        if remaining == 0 { state = .dataEnd }
      } else {
        step(body[index])
        index += 1
      }
    }
  }

  private mutating func step(_ byte: UInt8) {
    switch state {
    case .size: stepSize(byte)
    case .sizeExtension: if byte == 0x0A { beginData() }
    case .dataEnd:
      if byte == 0x0A {
        (state, remaining, hasDigits) = (.size, 0, false)
      } else if byte != 0x0D {
        state = .broken
      }
    case .trailer:
      if byte == 0x0A {
        if trailerLineLength == 0 { state = .done }
        trailerLineLength = 0
      } else if byte != 0x0D {
        trailerLineLength += 1
      }
    case .data, .done, .broken: break
    }
  }

  private mutating func stepSize(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39: addDigit(Int(byte) - 0x30)
    case 0x41...0x46: addDigit(Int(byte) - 0x41 + 10)
    case 0x61...0x66: addDigit(Int(byte) - 0x61 + 10)
    case 0x0A: beginData()
    case 0x0D, 0x20: break
    case UInt8(ascii: ";"): state = .sizeExtension
    default: state = .broken
    }
  }

  private mutating func addDigit(_ digit: Int) {
    hasDigits = true
    guard remaining < 1 << 40 else {
      state = .broken
      return
    }
    remaining = remaining * 16 + digit
  }

  private mutating func beginData() {
    state = !hasDigits ? .broken : remaining == 0 ? .trailer : .data
  }
}
