import Glibc

/// Runs one bench: `nachlass-bench NAME ARGUMENT…`; the scripts in `scripts/bench.d` call it.
@main enum Bench {
  static let benches: [String: @Sendable ([String]) throws -> Void] = [
    "pages-read": PagesReading.run,
    "markdown": MarkdownWriting.run,
    "warc-write": WARCWriting.run,
    "warc-sample": WARCSample.run,
    "warc-read": WARCReading.run,
    "wxr-read": WXRReading.run,
  ]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first, let bench = benches[name] else {
      print("usage: nachlass-bench \(benches.keys.sorted().joined(separator: "|")) ARGUMENT…")
      exit(64)
    }
    do {
      try bench(Array(arguments.dropFirst()))
    } catch {
      print("nachlass-bench: \(error)")
      exit(2)
    }
  }
}

/// What a bench was given that it cannot use.
struct Usage: Error, CustomStringConvertible {
  let description: String
}
