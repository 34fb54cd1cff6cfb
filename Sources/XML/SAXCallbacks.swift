internal import CLibXML2

/// The bridge from libxml2's SAX2 callbacks to ``EventParser``.
enum SAXCallbacks {
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = {
      context, local, prefix, namespace, namespaceCount, namespaces, attributeCount, _, attributes in
      guard let parser = unsafe SAXCallbacks.parser(context) else { return }
      unsafe parser.didStart(local, prefix, namespace)
      for index in 0..<Int(namespaceCount) {
        unsafe parser.didDeclare(namespaces?[2 * index], namespaces?[2 * index + 1])
      }
      for index in 0..<Int(attributeCount) {
        guard let attributes = unsafe attributes.map({ unsafe $0 + 5 * index }),
          let start = unsafe attributes[3], let end = unsafe attributes[4]
        else { continue }
        unsafe parser.didMeetAttribute(
          attributes[0], attributes[1], attributes[2],
          value: UnsafeBufferPointer(start: start, count: end - start))
      }
    }
    unsafe handler.endElementNs = { context, _, _, _ in unsafe SAXCallbacks.parser(context)?.didEnd() }
    unsafe handler.characters = { context, text, count in
      unsafe SAXCallbacks.parser(context)?.didMeetText(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = { context, _, _ in unsafe SAXCallbacks.parser(context)?.didMeetSection() }
    unsafe handler.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
    unsafe handler.serror = { context, error in
      guard let error = unsafe error?.pointee, unsafe error.level != XML_ERR_WARNING else { return }
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      unsafe SAXCallbacks.parser(context)?.didFail(error.code, message.trimmingLineEnd)
    }
    return unsafe handler
  }

  private static func parser(_ context: UnsafeMutableRawPointer?) -> EventParser? {
    unsafe context.map { unsafe Unmanaged<EventParser>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension String {
  fileprivate var trimmingLineEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

/// Attribute values as libxml2 hands them over.
enum AttributeValue {
  /// Without entity substitution, libxml2 leaves each ampersand of a value as `&#38;`.
  static func text(of value: UnsafeBufferPointer<xmlChar>) -> String {
    guard unsafe value.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: value, as: UTF8.self)
    }
    let reference = Array("&#38;".utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < value.count {
      unsafe bytes.append(value[index])
      let rest = unsafe value[index...]
      unsafe index += rest.starts(with: reference) ? reference.count : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
