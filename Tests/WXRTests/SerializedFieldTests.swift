import Bytes
import Model
import Testing
import WXR

@Suite struct SerializedFieldTests {
  private func item(_ value: String) -> Item {
    let field =
      "<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    let bytes = Array("<item><title>a</title>\(field)</item>".utf8)
    return ItemReader(dialect: Dialect()).read(
      bytes,
      provenance: Provenance(input: "x", inputIndex: 0, range: ByteRange(offset: 0, length: bytes.count)))
  }

  @Test func `A serialized value is decoded, and the raw one stays`() {
    let meta = item("a:1:{s:1:\"b\";i:5;}").meta
    #expect(
      meta == [
        MetaEntry(
          key: "k", value: "a:1:{s:1:\"b\";i:5;}", decoded: .array([PHPMember(name: "b", value: .integer(5))])
        )
      ])
    #expect(item("a: 1").meta.first?.decoded == nil)
  }

  @Test func `A wrong length is repaired and named with its place`() {
    let item = item("a:1:{i:0;s:9:\"für\";}")
    #expect(item.meta.first?.decoded?.members?.first?.value.text == "für")
    let finding = item.findings.first { $0.code == .serializedLength }
    #expect(finding?.severity == .repair)
    #expect(finding?.offset == 22)
  }

  @Test func `What cannot be read is named and kept raw`() {
    let item = item("a:1:{i:0;}")
    #expect(item.meta.first?.decoded == nil)
    #expect(item.findings.map(\.code) == [.unreadableSerialization])
  }
}
