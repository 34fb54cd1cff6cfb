import Foundation
import HTML

/// Reads the bodies and measures the CPU time the parser takes for all of them.
func run(_ path: String) throws {
  let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  var bodies: [[UInt8]] = []
  var at = 0
  while at < file.count, let newline = file[at...].firstIndex(of: 0x0A) {
    let length = Int(String(decoding: file[at..<newline], as: UTF8.self)) ?? 0
    bodies.append(Array(file[newline + 1..<newline + 1 + length]))
    at = newline + 1 + length
  }
  for (name, isArchival) in [("nachlass", false), ("archival", true)] {
    var nodes = 0
    let start = clock()
    for body in bodies {
      let document = isArchival ? Document(archivalFragment: body) : Document(fragment: body)
      nodes += document.nodeCount
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let megabytes = Double(bodies.reduce(0) { $0 + $1.count }) / 1e6
    print(
      "\(name.padding(toLength: 12, withPad: " ", startingAt: 0)) \(String(format: "%8.1f", megabytes / seconds)) MB/s of CPU time  "
        + "\(String(format: "%6.2f", seconds)) s  \(nodes) nodes")
  }
}

try run(CommandLine.arguments[1])
