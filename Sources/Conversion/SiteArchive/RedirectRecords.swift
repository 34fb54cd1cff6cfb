internal import Bytes
internal import Content
internal import Model
internal import WARC

/// The answers by which the old site sent readers on: from short links and former addresses to what is there.
///
/// No server gave them: they are made of what the export says, and the archive's description says so.
struct RedirectRecords {
  let plan: RunPlan

  /// The redirects of an attachment whose file is at `uri`: its page is not there, its file is.
  func records(ofAttachment item: Item, number: Int, to uri: TargetURI) -> [ResponseRecord] {
    let own = item.link.flatMap { link in
      link.hasPrefix("http") && plan.firstItem(at: link) == number ? link : nil
    }
    return records(of: item, number: number, to: uri, from: [own].compactMap(\.self))
  }

  /// The redirects of an item whose page is at `uri`, from addresses that no other item has.
  func records(of item: Item, number: Int, to uri: TargetURI) -> [ResponseRecord] {
    records(of: item, number: number, to: uri, from: [])
  }

  private func records(of item: Item, number: Int, to uri: TargetURI, from own: [String]) -> [ResponseRecord]
  {
    guard let addresses = plan.addresses else { return [] }
    // Of items with the same id the first is what links by that id mean.
    let hasItsID = item.id.flatMap { Int($0) }.flatMap { plan.catalogue.index(ofID: $0) } == number
    let short = hasItsID ? addresses.shortLinks(of: item) : []
    var seen = [uri.text]
    return (own + short + formerLinks(of: item, number: number)).compactMap { link in
      guard let source = TargetURI(link) ?? TargetURI(encoding: link), !seen.contains(source.text),
        !plan.archived.hasPage(at: source)
      else { return nil }
      seen.append(source.text)
      return record(from: source, to: uri, ordinal: number)
    }
  }

  /// The answer that sends on from one address to another.
  func record(from source: TargetURI, to target: TargetURI, ordinal: Int) -> ResponseRecord {
    ResponseRecord(
      uri: source, date: plan.captureDate, response: .movedPermanently(to: target),
      identity: .derived(source: plan.sourceDigest, ordinal: ordinal))
  }

  /// The permalinks under old slugs, but for those that belong to another item now.
  private func formerLinks(of item: Item, number: Int) -> [String] {
    item.formerLinks.filter { link in
      link.hasPrefix("http") && plan.firstItem(at: link) == nil && plan.firstItem(formerlyAt: link) == number
    }
  }
}

extension RunPlan {
  /// The first item that once had a permalink.
  func firstItem(formerlyAt link: String) -> Int? {
    guard let key = links.key(ofLink: link), !key.isEmpty else { return nil }
    return catalogue.index(ofAddress: AddressKey.formerPermalink(key))
  }
}
