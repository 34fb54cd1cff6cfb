public import Bytes

/// A record in its final form: one gzip member, or its bytes as they are.
public struct EncodedRecord: Sendable {
  /// The record.
  public let record: any WARCRecord
  /// The warcinfo record that it names.
  public let warcinfoID: RecordID
  /// The finished bytes.
  public let bytes: [UInt8]
  /// The index line but for the record's place; nil for what is not indexed.
  public let indexLine: CDXJLine?
}

/// Encodes records whose blocks are in memory; each worker has one of its own.
///
/// ```swift
/// var encoder = RecordEncoder(.gzip(level: 6))
/// let encoded = try encoder.encode(record, warcinfoID: id)
/// ```
public struct RecordEncoder: ~Copyable {
  /// How records are compressed.
  public let compression: WARCCompression
  private var compressor: GzipCompressor
  private var buffer: [UInt8] = []

  /// Makes an encoder; it keeps its buffers from record to record.
  ///
  /// `codes` are those of the kind of records that will be encoded, for gzip's level 1.
  public init(_ compression: WARCCompression, codes: GzipCodes? = nil) {
    self.compression = compression
    switch compression {
    case .gzip(let level): compressor = GzipCompressor(level: level, codes: codes)
    case .none: compressor = GzipCompressor(level: 0)
    }
  }

  /// Encodes a record for the file that the warcinfo record `warcinfoID` describes.
  ///
  /// - Throws: ``RecordError/blockIsElsewhere(_:)`` where the block is not in memory.
  public mutating func encode(
    _ record: any WARCRecord, warcinfoID: RecordID
  ) throws(RecordError) -> EncodedRecord {
    guard case .bytes(let block) = record.block.content else { throw .blockIsElsewhere(record.id) }
    var plain: [UInt8] = []
    swap(&plain, &buffer)
    plain.removeAll(keepingCapacity: true)
    plain.append(contentsOf: record.header(warcinfoID: warcinfoID))
    plain.append(contentsOf: block)
    plain.append(contentsOf: RecordText.end)
    defer { swap(&plain, &buffer) }
    var bytes: [UInt8] = []
    switch compression {
    case .gzip: compressor.appendMember(of: plain.span, to: &bytes)
    case .none: bytes = plain
    }
    return EncodedRecord(
      record: record, warcinfoID: warcinfoID, bytes: bytes, indexLine: CDXJLine(record))
  }
}

/// Bytes that frame a record (WARC 1.1, section 4).
enum RecordText {
  /// What follows a block.
  static let end = Array("\r\n\r\n".utf8)
}

/// Why a record cannot be written.
public enum RecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The block is not in memory: append the record with the source of its bytes.
  case blockIsElsewhere(RecordID)
  /// The source could not be read.
  case unreadable(RecordID, reason: String)
  /// The source gave another number of bytes than the block was said to have.
  case lengthDiffers(RecordID, expected: Int, found: Int)
  /// The source gave other bytes than those the digest was made of.
  case digestDiffers(RecordID, expected: String, found: String)

  /// One sentence for the user.
  public var description: String {
    switch self {
    case .blockIsElsewhere(let id):
      "the block of record \(id) is not in memory: append the record with the source of its bytes"
    case .unreadable(let id, let reason): "the block of record \(id) cannot be read: \(reason)"
    case .lengthDiffers(let id, let expected, let found):
      "the block of record \(id) has \(found) bytes, not \(expected): its source changed meanwhile; try again"
    case .digestDiffers(let id, let expected, let found):
      "the block of record \(id) has the digest \(found), not \(expected): its source changed meanwhile; try again"
    }
  }
}
