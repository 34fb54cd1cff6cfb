import Bytes
import Glibc
import Pages

/// Reads saved pages again and again on one core: `pages-read ROUNDS FILE…`.
enum PagesReading {
  static func run(_ arguments: [String]) throws {
    guard arguments.count > 1, let rounds = Int(arguments[0]), rounds > 0 else {
      throw Usage(description: "pages-read ROUNDS FILE…")
    }
    let pages = try arguments.dropFirst().map { path in
      let file = try File.open(path)
      return (
        source: PageSource(input: path), bytes: try file.contents()
      )
    }
    let size = pages.reduce(0) { $0 + $1.bytes.count }
    let reader = PageReader()
    var entries = 0
    let start = clock()
    for _ in 0..<rounds {
      for page in pages { entries += reader.read(page.bytes, source: page.source).entries.count }
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let megabytes = Double(size * rounds) / 1e6
    print(
      "\(pages.count * rounds) pages, \(entries) entries, \(Int(megabytes)) MB in \(seconds) CPU-s: "
        + "\(Int(megabytes / seconds)) MB/s")
  }
}
