import Testing

@testable import BagIt

struct BagInfoTests {
  @Test func `Long values are folded between words at 79 columns`() {
    var info = BagInfo()
    info.add("External-Description", String(repeating: "Stadtteilzeitung Musterkiez ", count: 9))
    let lines = info.text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.count <= 79 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  S") || $0.hasPrefix("  M") })
  }

  @Test func `A word longer than a line stands alone and whole`() {
    var info = BagInfo()
    let url = "https://qm-musterkiez.example/" + String(repeating: "a", count: 90)
    info.add("External-Identifier", "siehe \(url) dort")
    #expect(info.text == "External-Identifier: siehe\n  \(url)\n  dort\n")
  }

  @Test(arguments: [
    ("Contact-Name", "Erika\r\nMustermann", "Contact-Name: Erika Mustermann\n"),
    ("Contact: Name", "Erika", "Contact-Name: Erika\n"),
    ("Internal-Sender-Identifier", "", "Internal-Sender-Identifier: \n"),
  ])
  func `No value breaks the form of the file`(label: String, value: String, expected: String) {
    var info = BagInfo()
    info.add(label, value)
    #expect(info.text == expected)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (123_456, "123 kB"), (2_050_000_000, "2.0 GB"),
  ])
  func `Sizes are told in decimal units`(bytes: Int, text: String) {
    var oxum = PayloadOxum()
    oxum.bytes = bytes
    #expect(oxum.sizeText == text)
  }

  @Test func `The Oxum reads back what it writes, and nothing else`() {
    #expect(PayloadOxum("12.3")?.description == "12.3")
    for text in ["", "12", "12.", ".3", "1.2.3", "-1.2", "+1.2", "1 .2", "99999999999999999999.1"] {
      #expect(PayloadOxum(text) == nil, "\(text)")
    }
  }
}
