// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "htmlbench",
  dependencies: [.package(name: "nachlass", path: "../../..")],
  targets: [.executableTarget(name: "htmlbench", dependencies: [.product(name: "HTML", package: "nachlass")])]
)
