// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "zhibu",
  dependencies: [],
  targets: [
    .target(name: "OrganizationLife"),
    .testTarget(name: "OrganizationLifeTests", dependencies: ["OrganizationLife"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
