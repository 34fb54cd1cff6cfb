public import Model

/// Decides which items are meant for publication: private by default.
public struct PublicationRule: Sendable {
  /// A kind of item that is withheld unless it is asked for.
  public enum Withheld: String, Sendable, CaseIterable {
    /// Not yet published.
    case drafts
    /// Waiting for review.
    case pending
    /// For the site's own people.
    case `private`
    /// To be published later.
    case scheduled
    /// Thrown away, but still there.
    case trashed
    /// Behind a password.
    case protected
    /// Media: their records, not their files.
    case attachments
    /// WordPress's own furniture: menu entries, templates, revisions, settings of plugins.
    case `internal`
    /// Items of a status that WordPress does not know.
    case other

    /// The rule as the ledger names it.
    public var ruleName: String {
      switch self {
      case .drafts: "draft"
      case .pending: "pending review"
      case .private: "private"
      case .scheduled: "scheduled"
      case .trashed: "trashed"
      case .protected: "password-protected"
      case .attachments: "attachment record"
      case .internal: "internal post type"
      case .other: "unknown status"
      }
    }
  }

  /// What was asked for beyond published items.
  public var included: Set<Withheld>

  /// Makes the rule that publishes what the site published, and what is named.
  public init(including included: Set<Withheld> = []) { self.included = included }

  /// Post types that hold WordPress's or a plugin's own furniture, never something to read.
  private static let internalTypes: Set<String> = [
    "nav_menu_item", "revision", "customize_changeset", "custom_css", "oembed_cache", "user_request",
    "wp_block",
    "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
    "acf-field", "acf-field-group", "acf-post-type", "acf-taxonomy", "acf-ui-options-page",
    "elementor_library",
    "elementor_font", "elementor_icons", "elementor_snippet", "wpcf7_contact_form", "wpforms", "ninja-forms",
    "shop_order", "shop_order_refund", "shop_coupon", "scheduled-action", "amn_smtp", "polylang_mo",
    "fusion_template",
    "et_pb_layout", "vc_grid_item", "mc4wp-form", "flamingo_contact", "flamingo_inbound", "flamingo_outbound",
    "jp_mem_plan", "jp_pay_order", "jp_pay_product", "feedback",
  ]

  /// Why an item is withheld, or nil where it is meant for publication.
  public func reasonToWithhold(_ item: Item) -> Withheld? {
    reasonToWithhold(
      type: item.effectiveType, status: item.effectiveStatus, isProtected: item.isPasswordProtected)
  }

  /// Why an item of this type, status and protection is withheld, or nil where it is meant for publication.
  public func reasonToWithhold(type: String, status: String, isProtected: Bool) -> Withheld? {
    let reasons = [
      typeReason(type), statusReason(type: type, status: status), isProtected ? .protected : nil,
    ]
    return reasons.compactMap(\.self).first { !included.contains($0) }
  }

  private func typeReason(_ type: String) -> Withheld? {
    if type == "attachment" { return .attachments }
    return Self.internalTypes.contains(type) ? .internal : nil
  }

  private func statusReason(type: String, status: String) -> Withheld? {
    switch status {
    case "publish": nil
    case "inherit" where type == "attachment": nil
    case "draft", "auto-draft": .drafts
    case "pending": .pending
    case "private": .private
    case "future": .scheduled
    case "trash": .trashed
    default: .other
    }
  }
}
