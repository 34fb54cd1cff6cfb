import Bytes
import WARC

/// Reads WARC files from end to end: `warc-read digests|frames|verify FILE…`.
enum WARCReading {
  static func run(_ arguments: [String]) throws {
    for path in arguments.dropFirst() {
      if arguments[0] == "verify", path.hasSuffix(".wacz") {
        let records = WACZVerifier.verify(path: path) { print($0) }
        print("\(records) records")
      } else if arguments[0] == "verify" {
        var verifier = WARCVerifier()
        var count = 0
        try verifier.verify(FileSource(path), name: path) {
          print($0)
          count += 1
        }
        verifier.finish {
          print($0)
          count += 1
        }
        print("\(verifier.recordCount) records, \(count) faults")
      } else {
        var records = 0
        var reader = WARCReader(
          try FileSource(path), name: path, checks: arguments[0] == "digests" ? .blocks : [])
        while try reader.next() != nil { records += 1 }
        reader.takeFaults().forEach { print($0) }
        print("\(records) records")
      }
    }
  }
}
