import Testing

@testable import Conversion

@Suite struct SpilledOrderTests {
  @Test(arguments: [0, 1, 9, 10, 11, 100, 5000], [10, 64])
  func `Records come back in order, however many runs they fill`(count: Int, runLength: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: UInt64(count))
    var order = SpilledOrder(path: folder.path + "/runs", runLength: runLength)
    var records: [SpilledOrder.Record] = []
    for _ in 0..<count {
      let record = SpilledOrder.Record(
        high: UInt64.random(in: 0..<50, using: &random), low: UInt64.random(in: .min ... .max, using: &random)
      )
      records.append(record)
      try order.append(record)
    }
    var sorted: [SpilledOrder.Record] = []
    try order.seal()
    while let record = try order.next() { sorted.append(record) }
    #expect(sorted == records.sorted())
  }
}
