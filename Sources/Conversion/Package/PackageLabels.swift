internal import BagIt
private import Bytes
internal import Model

/// The labels of `bag-info.txt` that say what the package was made of.
enum PackageLabels {
  static func add(to info: inout BagInfo, plan: RunPlan, balance: Balance) {
    if !plan.site.name.isEmpty {
      info.add("External-Description", "Archive of the WordPress site \(plan.site.name)")
    }
    if !plan.site.address.isEmpty { info.add("Nachlass-Site-URL", plan.site.address) }
    for document in plan.documents where document.kind == .export {
      info.add("Nachlass-Source", "\(document.name) sha256:\(document.sha256.hexadecimal)")
    }
    for version in Set(plan.sections.compactMap(\.site.wxrVersion)).sorted() {
      info.add("Nachlass-WXR-Version", version)
    }
    for (kind, line) in balance.lines.sorted(by: { $0.key < $1.key }) {
      info.add("Nachlass-Count-\(kind)", String(line.inSource))
    }
  }
}
