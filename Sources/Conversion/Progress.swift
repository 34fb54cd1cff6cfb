/// How far a run has come; handed to whoever shows it.
public struct Progress: Sendable, Hashable {
  /// The parts of a run, in order.
  public enum Phase: String, Sendable {
    /// Inputs are copied and unpacked.
    case staging
    /// The first pass: what is in it.
    case surveying
    /// The second pass: reading, converting, writing.
    case converting
    /// Lists of posts, media and the packed file are added to the web archive: items are the lists' pages, bytes those
    /// of the packed file.
    case archiving
    /// Digests of everything written.
    case sealing
  }

  /// The part of the run that is under way.
  public var phase: Phase
  /// Items done in this part.
  public var items: Int
  /// Bytes of input done in this part.
  public var bytes: Int
  /// Bytes of input this part has to do; 0 where it is not known.
  public var totalBytes: Int
}
