import OrganizationLife
import RecordLog

struct ActivityReader: ValueReader {
  var faults = FaultCollector()
  private var activity: Activity.Fields
  private var organization: OrganizationIdentifier?
  private var kind: String?
  private var date: Day?

  init(_ provenance: Provenance) {
    // Kind and date stand open until `finish`, which gives no value without them.
    activity = Activity.Fields(
      reference: provenance.reference, organization: provenance.folder, kind: "",
      date: Day(number: 0), enteredAt: provenance.enteredAt, enteredBy: provenance.enteredBy)
    activity.origin = provenance.origin
    activity.firstEnteredAt = provenance.firstEnteredAt
    // Most rosters fit, and growing them step by step is felt over a whole store.
    activity.present.reserveCapacity(16)
  }

  mutating func take(_ name: FieldName, _ text: String, line: Int) {
    if activity.items.isEmpty {
      takeOwn(name, text, line)
    } else {
      takeItem(name, text, line)
    }
  }

  // The most frequent fields come first: a switch over names compares one by one.
  private mutating func takeOwn(_ name: FieldName, _ text: String, _ line: Int) {
    switch name {
    case "Present":
      if let person = faults.value(FieldText.rosterPerson(text), name, line) {
        activity.present.append(person)
      }
    case "Absent":
      if let absence = faults.value(FieldText.absence(text), name, line) {
        activity.absent.append(absence)
      }
    case "Organization": organization = faults.value(FieldText.organization(text), name, line)
    case "Kind": kind = nonEmpty(text)
    case "Date": date = faults.value(FieldText.day(text), name, line)
    case "Start": activity.start = faults.value(FieldText.time(text), name, line)
    case "End": activity.end = faults.value(FieldText.time(text), name, line)
    case "Place": activity.place = text
    case "Presider": activity.presider = FieldText.person(text)
    case "Recorder": activity.recorder = FieldText.person(text)
    case "Number": activity.number = faults.value(FieldText.number(text), name, line)
    case "Title": activity.title = text
    case "Minutes": activity.minutes = joined(activity.minutes, text)
    case "State":
      if text == "定稿" {
        activity.isFinal = true
      } else if text != "未定稿" {
        faults.add("State", line, .unknownChoice(text, allowed: ["未定稿", "定稿"]))
      }
    case "Signed":
      if let signature = faults.value(FieldText.signature(text), name, line) {
        activity.signatures.append(signature)
      }
    case "Item": activity.items.append(Item(title: text))
    default: takeRare(name, text, line)
    }
  }

  private mutating func takeRare(_ name: FieldName, _ text: String, _ line: Int) {
    switch name {
    case "Hours": activity.hours = faults.value(FieldText.decimal(text), name, line)
    case "Counts": activity.counts.append(text)
    case "Tag": activity.tags.append(text)
    case "Note": activity.notes.append(text)
    case "Video":
      if let person = faults.value(FieldText.rosterPerson(text), name, line) {
        activity.video.append(person)
      }
    case "Late":
      if let person = faults.value(FieldText.rosterPerson(text), name, line) {
        activity.late.append(person)
      }
    case "Left":
      if let person = faults.value(FieldText.rosterPerson(text), name, line) {
        activity.leftEarly.append(person)
      }
    case "Attending": activity.attending.append(FieldText.person(text))
    case "Lecturer": activity.lecturers.append(FieldText.person(text))
    case "Excluded":
      if let exclusion = faults.value(FieldText.exclusion(text), name, line) {
        activity.excluded.append(exclusion)
      }
    case "EndDate": activity.endDate = faults.value(FieldText.day(text), name, line)
    case "Sitting": activity.sitting = text
    case "Sessions": activity.sessions = faults.value(FieldText.number(text), name, line)
    case "Headcount": activity.headcount = faults.value(FieldText.quantity(text), name, line)
    case "Summary": activity.summary = text
    case "About": activity.about.append(FieldText.person(text))
    case "Host": activity.host = faults.value(FieldText.organization(text), name, line)
    case "Visitor": activity.visitors.append(text)
    case "ItemKind", "Vote", "Resolution", "Owner", "Due", "Away", "Seats":
      faults.add(name.description, line, .outsideItem)
    default: break
    }
  }

  /// Fields behind the first `Item`. Those that no item has belong to the activity wherever they
  /// stand.
  private mutating func takeItem(_ name: FieldName, _ text: String, _ line: Int) {
    let index = activity.items.count - 1
    faults.item = index + 1
    defer { faults.item = nil }
    switch name {
    case "Item": activity.items.append(Item(title: text))
    case "ItemKind":
      activity.items[index].kind = faults.value(
        FieldText.choice(text, ItemKind.self), name, line)
    case "Minutes":
      activity.items[index].minutes = joined(activity.items[index].minutes, text)
    case "Resolution": activity.items[index].resolution = text
    case "Owner": activity.items[index].owners.append(FieldText.person(text))
    case "Due": activity.items[index].due = faults.value(FieldText.day(text), name, line)
    case "Vote":
      if let vote = faults.value(FieldText.vote(text), name, line) {
        activity.items[index].votes.append(vote)
      }
    case "About": activity.items[index].about.append(FieldText.person(text))
    case "Away":
      if let person = faults.value(FieldText.rosterPerson(text), name, line) {
        activity.items[index].away.append(person)
      }
    case "Seats": activity.items[index].seats = faults.value(FieldText.number(text), name, line)
    case "By", "At", "Sum": break
    default:
      faults.item = nil
      takeOwn(name, text, line)
    }
  }

  mutating func finish() -> Activity? {
    let organization = faults.require(organization, "Organization")
    let kind = faults.require(kind, "Kind")
    let date = faults.require(date, "Date")
    guard let organization, let kind, let date else { return nil }
    activity.organization = organization
    activity.kind = kind
    activity.date = date
    return Activity(activity)
  }

  private func joined(_ earlier: String, _ text: String) -> String {
    earlier.isEmpty ? text : earlier + "\n" + text
  }
}
