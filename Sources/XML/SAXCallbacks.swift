internal import Bytes
internal import CLibXML2

/// The bridge from libxml2's SAX2 callbacks to ``EventParser``.
enum SAXCallbacks {
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = {
      context, local, prefix, namespace, namespaceCount, namespaces, attributeCount, _, attributes in
      guard let collector = unsafe SAXCallbacks.collector(context) else { return }
      unsafe collector.pointee.start(NamePointers(local: local, prefix: prefix, namespace: namespace))
      for index in 0..<Int(namespaceCount) {
        unsafe collector.pointee.declare(SAXCallbacks.declaration(namespaces, index))
      }
      for index in 0..<Int(attributeCount) {
        guard let attribute = unsafe attributes.map({ unsafe $0 + 5 * index }) else { continue }
        unsafe collector.pointee.add(
          NamePointers(local: attribute[0], prefix: attribute[1], namespace: attribute[2]),
          value: SAXCallbacks.value(attribute))
      }
    }
    unsafe handler.endElementNs = { context, _, _, _ in unsafe SAXCallbacks.collector(context)?.pointee.end()
    }
    unsafe handler.characters = { context, text, count in
      unsafe SAXCallbacks.collector(context)?.pointee.add(
        text: UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = { context, _, _ in
      unsafe SAXCallbacks.collector(context)?.pointee.addSection()
    }
    unsafe handler.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
    unsafe handler.serror = { context, error in
      guard let error = unsafe error?.pointee, unsafe error.level != XML_ERR_WARNING,
        unsafe !SAXCallbacks.isNamespaceFault(error.code)
      else { return }
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      unsafe SAXCallbacks.collector(context)?.pointee.fail(error.code, message.withoutLineEnd)
    }
    return unsafe handler
  }

  private static func collector(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<EventCollector>?
  {
    unsafe context?.assumingMemoryBound(to: EventCollector.self)
  }

  /// Faults of namespaces stop nothing: an undeclared prefix is told from the name.
  private static func isNamespaceFault(_ code: Int32) -> Bool {
    (XML_NS_ERR_XML_NAMESPACE.rawValue...XML_NS_ERR_COLON.rawValue).contains(UInt32(bitPattern: code))
  }

  private static func declaration(
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ index: Int
  ) -> NamespaceDeclaration {
    unsafe NamespaceDeclaration(
      prefix: namespaces?[2 * index].map { unsafe String(cString: $0) },
      address: namespaces?[2 * index + 1].map { unsafe String(cString: $0) } ?? "")
  }

  /// The value of an attribute, from its five pointers.
  ///
  /// Without entity substitution, libxml2 leaves each ampersand of a value as `&#38;`.
  private static func value(_ attribute: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> String {
    guard let start = unsafe attribute[3], let end = unsafe attribute[4] else { return "" }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    let hasAmpersand = unsafe bytes.span.firstIndex(of: UInt8(ascii: "&")) != nil
    return hasAmpersand ? text.replacingAmpersandReferences : text
  }
}

extension String {
  fileprivate var withoutLineEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  fileprivate var replacingAmpersandReferences: String {
    var result = ""
    var rest = self[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[...ampersand]
      rest = rest[rest.index(after: ampersand)...]
      if rest.hasPrefix("#38;") { rest = rest.dropFirst(4) }
    }
    return result + rest
  }
}
