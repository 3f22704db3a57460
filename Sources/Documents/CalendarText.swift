import Archive
import OrganizationLife
import RecordLog
import Wording

/// A calendar for other programs (iCalendar, RFC 5545).
public enum CalendarText {
  /// Something on a day.
  public struct Event: Hashable, Sendable {
    /// The same whenever it is written.
    public var name: String
    /// Its day.
    public var day: Day
    /// What it is.
    public var summary: String
    /// More of it; empty for none.
    public var description: String
    /// Of what kind it is.
    public var category: String

    /// An event of a whole day.
    public init(
      name: String, day: Day, summary: String, description: String = "", category: String
    ) {
      self.name = name
      self.day = day
      self.summary = summary
      self.description = description
      self.category = category
    }
  }

  /// The text of a calendar: lines ending in CR LF, none longer than 75 octets and none cut inside
  /// a character, whole days that do not make anybody busy.
  ///
  /// - Parameters:
  ///   - events: what is in it.
  ///   - name: what it is called.
  ///   - version: of the program.
  ///   - moment: when it was made.
  public static func text(
    of events: [Event], name: String, version: String, at moment: Moment
  ) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhibu//zhibu \(version)//ZH",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped(name),
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:\(event.name)@zhibu", "DTSTAMP:" + universalTime(moment),
        "DTSTART;VALUE=DATE:" + compact(event.day),
        "DTEND;VALUE=DATE:" + compact(event.day.adding(days: 1)),
        "SUMMARY:" + escaped(event.summary),
      ]
      if !event.description.isEmpty { lines.append("DESCRIPTION:" + escaped(event.description)) }
      lines += ["CATEGORIES:" + escaped(event.category), "TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  /// `20261130`
  static func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// `20261120T060501Z`
  static func universalTime(_ moment: Moment) -> String {
    let universal = Moment(seconds: moment.seconds, offset: 0).description
    return universal.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A text as the value of a property.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in VisibleText.exported(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A line of at most 75 octets, gone on with on lines that begin with a blank.
  static func folded(_ line: String) -> String {
    guard line.utf8.count > 75 else { return line }
    var folded = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        folded.append(contentsOf: "\r\n ".unicodeScalars)
        octets = 1
      }
      folded.append(scalar)
      octets += width
    }
    return String(folded)
  }
}

extension CalendarText.Event {
  /// An item of the calendar, as on today.
  public init(
    _ item: CalendarItem, of archive: Archive, on today: Day, language: Language
  ) {
    let organization = archive.fullName(of: item.organization, on: today)
    var description = [organization]
    if let citation = item.occasion.citation {
      description.append(
        citation.article.isEmpty
          ? citation.level.rawValue : "\(citation.article)(\(citation.level.rawValue))")
    }
    self.init(
      name: archive.stableName(of: item), day: item.day,
      summary: "\(item.occasion.phrase(on: today)(language)) · \(organization)",
      description: description.joined(separator: "\n"),
      category: item.occasion.kindPhrase(language))
  }
}

extension Table {
  /// Items of the calendar as on today. `kind` is `due`, `matter`, `step`, `repetition`, `term`,
  /// `probation`, `birthday` or `plan`.
  public init(
    of items: [CalendarItem], in archive: Archive, on today: Day, language: Language
  ) {
    self.init(
      columns: [
        Column("date", .headingDate), Column("organization", .tableOrganization, isShown: false),
        Column("name", .headingOrganization), Column("kind", .headingCalendarKind, isShown: false),
        Column("kindName", .headingCalendarKind), Column("text", .headingCalendarText),
        Column("member", .tableMember, isShown: false), Column("remark", .headingOverdue),
        Column("overdue", .headingOverdue, isShown: false),
        Column("evidence", .tableEvidence, separator: " ", isShown: false),
        Column("uid", .tableId, isShown: false),
      ],
      rows: items.map { item in
        [
          Value(item.day), .text(item.organization.text),
          .text(archive.fullName(of: item.organization, on: today)),
          .text(item.occasion.code), .text(item.occasion.kindPhrase(language)),
          .text(item.occasion.phrase(on: today)(language)), Value(item.person?.id?.text),
          .text(item.isOverdue(on: today) ? Phrase.isOverdue(language) : ""),
          .truth(item.isOverdue(on: today)),
          .list(item.occasion.evidence.map { .text($0.text) }),
          .text(archive.stableName(of: item)),
        ]
      })
  }
}
