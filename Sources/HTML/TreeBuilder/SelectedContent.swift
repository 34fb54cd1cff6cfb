extension TreeBuilder {
  mutating func optionWasPopped(_ option: NodeID) {}
}
