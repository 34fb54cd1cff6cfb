internal import Bytes
internal import Model
internal import Synchronization

/// Reads that begin where an answer cannot carry an error: what an item's content asks about others, menus, neighbours.
///
/// A refusal must not pass for "there is no such item". The first one is kept, and whoever leads the run asks for it.
final class SourceReads: Sendable {
  private let refusal = Mutex<FileError?>(nil)

  /// Reads; gives nil where the system refuses, and remembers that it did.
  func attempt<Result: ~Copyable>(_ read: () throws(FileError) -> Result) -> Result? {
    do {
      return try read()
    } catch {
      refusal.withLock { first in if first == nil { first = error } }
      return nil
    }
  }

  /// The bytes of an export's item, and where they stand in the source; nil where they cannot be read.
  func item(_ range: ByteRange, of document: SourceDocument) -> (bytes: [UInt8], provenance: Provenance)? {
    let bytes = attempt { () throws(FileError) in try File.open(document.path).read(range) }
    return bytes.map { ($0, Provenance(input: document.name, inputIndex: document.index, range: range)) }
  }

  /// Throws the first refusal, if there was one.
  func check() throws(ConversionError) {
    if let error = refusal.withLock({ $0 }) { throw .input(error) }
  }
}
