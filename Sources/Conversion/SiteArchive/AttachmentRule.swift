internal import Model

/// Decides which attachments' files a reader of the archive meets at their own addresses.
enum AttachmentRule {
  /// Whether the site showed an attachment to everybody: neither it nor the post it belongs to is withheld.
  ///
  /// A file that a public post shows is archived whatever it belongs to.
  static func isPublic(_ item: Item, withheld reason: PublicationRule.Withheld?, plan: RunPlan) -> Bool {
    guard reason == nil || reason == .attachments,
      plan.options.publication.reasonToWithhold(
        type: "post", status: item.effectiveStatus == "inherit" ? "publish" : item.effectiveStatus,
        isProtected: item.isPasswordProtected) == nil
    else { return false }
    guard let parent = item.parent.flatMap({ Int($0) }), parent != 0,
      let index = plan.catalogue.index(ofID: parent)
    else { return true }
    return plan.catalogue.entries[index].isPublic
  }
}
