private import Glibc

/// An open file; closed when it goes out of scope.
///
/// Wraps a POSIX file descriptor.
public struct File: ~Copyable, Sendable {
  /// The path it was opened with, for messages.
  public let path: String
  /// The system's number of the open file, for libraries that read by it.
  let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { _ = close(descriptor) }

  /// Opens a file for reading.
  public static func open(_ path: String) throws(FileError) -> File {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open", path) }
    return File(path: path, descriptor: descriptor)
  }

  /// Creates a file for writing and reading; refuses one that exists.
  public static func create(_ path: String) throws(FileError) -> File {
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last("create", path) }
    return File(path: path, descriptor: descriptor)
  }

  /// Makes a file without a name, for what need not outlive it: in `TMPDIR`, which defaults to `/tmp`.
  public static func scratch() throws(FileError) -> File {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/nachlass-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .last("make a file in", folder) }
    unsafe _ = unlink(template)
    return File(path: "\(folder)/nachlass-scratch", descriptor: descriptor)
  }

  /// The size in bytes.
  public func size() throws(FileError) -> Int {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw .last("look at", path) }
    return Int(info.st_size)
  }

  /// Reads at most `count` bytes from `offset` into the end of `buffer`; returns how many, fewer only at the end.
  @discardableResult
  public func read(_ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
    let start = buffer.count
    var failure: FileError?
    buffer.append(addingCapacity: count) { (span: inout OutputSpan<UInt8>) in
      unsafe span.withUnsafeMutableBufferPointer { room, filled in
        let base = filled
        while filled < base + count {
          let got = unsafe pread(
            descriptor, room.baseAddress.map { unsafe $0 + filled }, base + count - filled,
            off_t(offset + filled - base))
          if got > 0 {
            filled += got
          } else if got == 0 {
            return
          } else if errno != EINTR {
            failure = .last("read", path)
            return
          }
        }
      }
    }
    if let failure { throw failure }
    return buffer.count - start
  }

  /// Reads the bytes of `range`; a file that ends before it does is an error.
  public func read(_ range: ByteRange) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    guard try read(range.length, at: range.offset, appendingTo: &bytes) == range.length else {
      throw .wrongLength(path)
    }
    return bytes
  }

  /// The file's first bytes, `count` or as many as there are.
  public func head(_ count: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(count, at: 0, appendingTo: &bytes)
    return bytes
  }

  /// All bytes of the file.
  public func contents() throws(FileError) -> [UInt8] {
    try read(ByteRange(offset: 0, length: try size()))
  }

  /// Fills `buffer` with the bytes that begin at `offset`; returns how many, fewer than its count only at the end.
  ///
  /// The buffer is the caller's to use again, so that a file of any size is read in one piece of memory.
  public func fill(_ buffer: inout [UInt8], from offset: Int) throws(FileError) -> Int {
    var failure: FileError?
    let filled = unsafe buffer.withUnsafeMutableBytes { room -> Int in
      var filled = 0
      while filled < room.count {
        let got = unsafe pread(
          descriptor, room.baseAddress.map { unsafe $0 + filled }, room.count - filled,
          off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = .last("read", path)
          break
        }
      }
      return filled
    }
    if let failure { throw failure }
    return filled
  }

  /// Reads at most `count` bytes from the file's current position; none at the end.
  ///
  /// It works on pipes too.
  public func readNext(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while true {
        let got = unsafe Glibc.read(descriptor, room.baseAddress, count)
        if got >= 0 {
          filled = got
          return
        }
        guard errno == EINTR else {
          failure = .last("read", path)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of `data` at the file's current position.
  public func write(_ data: Span<UInt8>) throws(FileError) {
    var failure: FileError?
    unsafe data.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        if put >= 0 {
          done += put
        } else if errno != EINTR {
          failure = .last("write to", path)
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// Waits until everything written is on the disk.
  public func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .last("flush", path) }
  }
}
