// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "zhibu",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2")
  ],
  targets: [
    .target(
      name: "Resources",
      path: "Resources",
      exclude: ["catalog", "reading", "schema", "embed.inc"],
      sources: ["resources.c"]),
    .target(
      name: "RecordLog",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "OrganizationLife"),
    .target(
      name: "Archive",
      dependencies: ["OrganizationLife", "RecordLog", "Resources"]),
    .testTarget(name: "RecordLogTests", dependencies: ["RecordLog"]),
    .testTarget(name: "OrganizationLifeTests", dependencies: ["OrganizationLife"]),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "OrganizationLife", "RecordLog"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
