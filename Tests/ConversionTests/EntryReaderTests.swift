import Bytes
import Testing

@testable import Conversion

@Suite struct EntryReaderTests {
  /// A file of entries, and their places in it.
  private func entries(_ texts: [[UInt8]], in folder: borrowing TemporaryFolder) throws -> [EntryPlace] {
    let file = try File.create(folder.path + "/entries")
    var places: [EntryPlace] = []
    var length = 0
    for text in texts {
      let place = EntryPlace(start: length, count: text.count)
      try file.write(place.prefix.span)
      try file.write(text.span)
      length += place.prefix.count + text.count
      places.append(EntryPlace(packed: place.packed))
    }
    return places
  }

  @Test(arguments: [20, 300, 9000])
  func `Entries are read whole, whichever way they are asked for`(length: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: UInt64(length))
    let texts = (0..<200).map { number in
      [UInt8](repeating: UInt8(number), count: Int.random(in: 0...length, using: &random))
    }
    let places = try entries(texts, in: folder)
    let forward = Array(texts.indices)
    let orders =
      [forward, forward.reversed(), forward.shuffled(using: &random)] + [forward.filter { $0 % 9 == 0 }]
    for order in orders {
      var reader = EntryReader(try File.open(folder.path + "/entries"))
      for index in order {
        var read: [UInt8] = [1]
        try reader.read(places[index], appendingTo: &read)
        #expect(read == [1] + texts[index])
      }
    }
  }

  @Test func `An entry whose length is too great for its place is read all the same`() throws {
    let folder = try TemporaryFolder()
    let texts: [[UInt8]] = [[1, 2], [UInt8](repeating: 7, count: 1 << 24), [3]]
    let places = try entries(texts, in: folder)
    var reader = EntryReader(try File.open(folder.path + "/entries"))
    for index in [2, 1, 0] {
      var read: [UInt8] = []
      try reader.read(places[index], appendingTo: &read)
      #expect(read == texts[index])
    }
  }
}
