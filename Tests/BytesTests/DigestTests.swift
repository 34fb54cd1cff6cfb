import Bytes
import Testing

struct DigestTests {
  /// The first twelve bytes of the digests of one text, as Python's hashlib computes them.
  private static let truth: [(Digest.Algorithm, String)] = [
    (.md5, "e660a12cd518f5278794370c"),
    (.sha1, "72a06575fbc74f72b8ce3e14"),
    (.sha224, "3f7900e9f6093dc294c6a100"),
    (.sha256, "b80345a54868a0d7514499d8"),
    (.sha384, "b3c586c1f6f0e2165e2682fe"),
    (.sha512, "aa1bfc5d2284b1971f13207f"),
    (.sha512Cut256, "70653509931be85ecb71fe54"),
    (.sha3With224, "d60fbceca9978414f9ce9388"),
    (.sha3With256, "3876c9bfc4c1b48d50cd76c6"),
    (.sha3With384, "163650deb2007bda5c71977b"),
    (.sha3With512, "d32116aba8cf1940efb940c2"),
    (.blake2b, "5705dc0b9d85237e2e394e25"),
    (.blake2s, "f6f8b3d3f82df68f58f633c1"),
  ]

  @Test func `Every algorithm gives its own digest of the length it says`() {
    let text = Array("Straßenfest im Musterkiez".utf8)
    #expect(Self.truth.map(\.0) == Digest.Algorithm.allCases)
    for (algorithm, beginning) in Self.truth {
      let digest = Digest(algorithm, of: text)
      #expect(digest.hexadecimal.hasPrefix(beginning), "\(algorithm.commonName)")
      #expect(digest.bytes.count == algorithm.byteCount)
    }
  }

  @Test(arguments: Digest.Algorithm.allCases)
  func `An algorithm is known by its common name in any spelling`(algorithm: Digest.Algorithm) {
    let name = algorithm.commonName
    for label in [name, name.lowercased(), name.filter { $0 != "-" && $0 != "/" }, algorithm.rawValue] {
      #expect(Digest.Algorithm(label: label) == algorithm)
    }
    #expect(Digest.Algorithm(label: name + "0") == nil)
  }

  @Test func `A label without a length means the usual one`() {
    #expect(Digest.Algorithm(label: "BLAKE2b") == .blake2b && Digest.Algorithm(label: "blake2s") == .blake2s)
    #expect(Digest.Algorithm(label: "") == nil && Digest.Algorithm(label: "crc32") == nil)
  }
}

struct TextNumbersTests {
  @Test(arguments: [0, 10, 1000])
  func `Texts are numbered in their order, and known again`(reserved: Int) {
    var numbers = TextNumbers()
    numbers.reserve(reserved)
    for round in 0..<2 {
      for index in 0..<500 {
        let (number, isNew) = numbers.insert(TextKey("data/\(index)"))
        #expect(number == index && isNew == (round == 0))
      }
    }
    #expect(numbers.count == 500 && numbers.number(of: TextKey("data/499")) == 499)
    #expect(numbers.number(of: TextKey("data/500")) == nil)
  }

  @Test func `Texts that are equivalent but not the same have keys of their own`() {
    #expect("M\u{FC}ll" == "Mu\u{308}ll" && TextKey("M\u{FC}ll") != TextKey("Mu\u{308}ll"))
  }

  @Test func `A spool gives back every piece, from memory and from disk`() {
    let spool = TextSpool()
    let pieces = (0..<60_000).map { Array("Stück Nummer \($0) von vielen".utf8) }
    let ranges = pieces.map { spool.append($0.span) }
    #expect(spool.count > 1 << 20)
    for index in [0, 1, 30_000, 59_999] { #expect(spool.text(at: ranges[index]) == pieces[index]) }
    #expect(spool.text(at: ByteRange(from: ranges[7].offset, to: ranges[8].end)) == pieces[7] + pieces[8])
  }
}
