extension Tag {
  /// Whether the element never has contents or an end tag (`br`, `img`), those no longer in the standard included.
  public var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link,
      .meta,
      .param, .source, .track, .wbr:
      true
    default: false
    }
  }
}
