private import Glibc

/// An address of IP version 4 or 6 in its usual text form.
public struct IPAddress: Sendable, Hashable {
  /// The text, such as `192.0.2.1` or `2001:db8::1`.
  public let text: String

  /// Takes an address; nil where it is none.
  public init?(_ text: String) {
    var room = in6_addr()
    let isAddress =
      unsafe inet_pton(AF_INET, text, &room) == 1 || inet_pton(AF_INET6, text, &room) == 1
    guard isAddress else { return nil }
    self.text = text
  }
}
