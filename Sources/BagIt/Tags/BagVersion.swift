/// A version of the BagIt format.
public struct BagVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number before the point.
  public let major: Int
  /// The number after the point.
  public let minor: Int

  /// RFC 8493.
  public static let v1_0 = BagVersion(major: 1, minor: 0)

  /// The versions that were ever published.
  static let published = [(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)].map(BagVersion.init)

  /// The number as the declaration writes it.
  public var description: String { "\(major).\(minor)" }

  /// Earlier versions come first.
  public static func < (left: BagVersion, right: BagVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
