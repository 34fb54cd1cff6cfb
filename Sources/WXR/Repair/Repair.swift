import Bytes
import Model

/// Makes a piece fit for the XML parser: at once where it is clean, step by step where it is not.
enum Repair {
  /// Makes the bytes of a piece, which stand at `offset` of the input, valid UTF-8 and finds their CDATA sections.
  static func prepare(_ bytes: [UInt8], at offset: Int, _ encoding: TextEncoding, isHeader: Bool = false)
    -> PreparedText
  {
    let repaired = ByteRepair.repair(bytes, at: offset, encoding)
    let sections =
      repaired.hasForbiddenCharacters
      ? nil : SectionScanner.sections(of: repaired.text.bytes, isHeader: isHeader)
    let text = PreparedText(
      repaired.text, sections: sections ?? [], map: repaired.map, findings: repaired.tally.findings)
    return sections == nil ? mend(text, isHeader: isHeader) : text
  }

  /// The same for a piece that ``prepare(_:at:_:isHeader:)`` has found sound before; nil where it is another one.
  static func prepareSound(_ bytes: [UInt8], at offset: Int) -> PreparedText? {
    let text = CheckedText(bytes)
    guard text.check.isValidUTF8 else { return nil }
    return PreparedText(
      text, sections: SectionScanner.sections(ofSound: bytes.span), map: OffsetMap(base: offset), findings: [])
  }

  /// Writes a text anew that the XML parser did not accept.
  static func mend(_ text: PreparedText, isHeader: Bool = false) -> PreparedText {
    var repair = MarkupRepair(text.bytes, map: text.map, isHeader: isHeader)
    repair.run()
    return PreparedText(
      CheckedText(repair.output), sections: repair.sections, map: repair.map,
      findings: text.findings + repair.tally.findings, isRepaired: true)
  }
}
