import Bytes
import Model

/// Makes a piece fit for the XML parser: at once where it is clean, step by step where it is not.
enum Repair {
  /// Makes the bytes of a piece, which stand at `offset` of the input, valid UTF-8 and finds their CDATA sections.
  ///
  /// What plain comments of readers hold is kept from the parser where `passingOverComments` says so.
  static func prepare(
    _ bytes: [UInt8], at offset: Int, _ encoding: TextEncoding, isHeader: Bool = false,
    passingOverComments: Bool = false
  ) -> PreparedText {
    let repaired = ByteRepair.repair(bytes, at: offset, encoding)
    let gaps =
      repaired.hasForbiddenCharacters
      ? nil
      : SectionScanner.gaps(
        in: repaired.text.bytes, isHeader: isHeader, passingOverComments: passingOverComments)
    let text = PreparedText(
      repaired.text, sections: gaps?.sections ?? [], passedOver: gaps?.comments ?? [], map: repaired.map,
      findings: repaired.tally.findings)
    return gaps == nil ? mend(text, isHeader: isHeader) : text
  }

  /// The same for a piece that ``prepare(_:at:_:isHeader:passingOverComments:)`` has found sound before; nil where it is another one.
  static func prepareSound(_ bytes: [UInt8], at offset: Int) -> PreparedText? {
    let text = CheckedText(bytes)
    guard text.check.isValidUTF8 else { return nil }
    return PreparedText(
      text, sections: SectionScanner.sections(ofSound: bytes.span), map: OffsetMap(base: offset), findings: []
    )
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
