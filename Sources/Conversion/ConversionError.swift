internal import Bytes

/// Why a run could not be carried out; says what happened, where, and what to do.
public struct ConversionError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it was.
  public enum Code: Sendable, Hashable {
    /// An input cannot be opened, read or unpacked.
    case unusableInput
    /// The output cannot be written.
    case unusableOutput
    /// The run was asked for something that contradicts itself.
    case unusableOptions
  }

  /// What kind of failure it was.
  public let code: Code
  /// One or two sentences for the user.
  public let description: String

  /// Makes an error.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  static func input(_ error: FileError) -> ConversionError {
    let wayOut =
      error.isWrongLength ? "Begin again once the file is complete." : "Check the path and its permissions."
    return ConversionError(.unusableInput, "\(error). \(wayOut)")
  }

  static func output(_ error: FileError) -> ConversionError {
    let wayOut =
      error.isDiskFull
      ? "Free some space, or choose another folder with -o and, for temporary files, with TMPDIR; nothing "
        + "half-done was left under the final name."
      : "Choose another folder with -o, or change its permissions."
    return ConversionError(.unusableOutput, "\(error). \(wayOut)")
  }

  /// Does something to the output, and turns the system's refusal into a message with a way out.
  static func atOutput<Result: ~Copyable>(
    _ action: () throws(FileError) -> Result
  ) throws(ConversionError) -> Result {
    do { return try action() } catch { throw .output(error) }
  }

  /// Does something to an input, and turns the system's refusal into a message with a way out.
  static func atInput<Result: ~Copyable>(
    _ action: () throws(FileError) -> Result
  ) throws(ConversionError) -> Result {
    do { return try action() } catch { throw .input(error) }
  }

  /// Unpacks something of the packed file at `path`, and turns a refusal into a message with a way out.
  static func unpacking<Result: ~Copyable>(
    _ path: String, _ action: () throws(ArchiveReader.Failure) -> Result
  ) throws(ConversionError) -> Result {
    do { return try action() } catch {
      throw ConversionError(
        .unusableInput, "cannot unpack \(path): \(error). Unpack it by hand, or try another copy of the file."
      )
    }
  }
}
