import Archive
import OrganizationLife

extension FormScreen {
  // MARK: Moving

  /// Goes to the next or an earlier field, round and round.
  mutating func moveFocus(by step: Int, in context: Context) -> [Outcome] {
    let outcomes = commit(in: context)
    let reached = current.fields.indices.filter { current.fields[$0].spec.kind.isReached }
    guard !reached.isEmpty else { return outcomes }
    let place = reached.firstIndex(of: current.focus) ?? 0
    current.focus = reached[(place + step + reached.count) % reached.count]
    isFresh = true
    return outcomes
  }

  /// Goes up or down so many rows to the place nearest in its column.
  mutating func moveVertically(rows: Int, in context: Context) -> [Outcome] {
    let layout = FormLayout(self, columns: context.session.size.columns, in: context)
    guard let here = layout.anchor(of: self) else { return [] }
    let target: FormLayout.Anchor?
    if rows > 0 {
      let row = layout.anchors.filter { $0.row > here.row }.map(\.row)
      let wanted = row.filter { $0 <= here.row + rows }.max() ?? row.min()
      target = layout.nearest(toColumn: here.column, inRow: wanted)
    } else {
      let row = layout.anchors.filter { $0.row < here.row }.map(\.row)
      let wanted = row.filter { $0 >= here.row + rows }.min() ?? row.max()
      target = layout.nearest(toColumn: here.column, inRow: wanted)
    }
    guard let target else { return [] }
    return go(to: target, in: context)
  }

  private mutating func go(to anchor: FormLayout.Anchor, in context: Context) -> [Outcome] {
    var outcomes: [Outcome] = []
    if anchor.field != current.focus {
      let id = current.fields[anchor.field].spec.id
      outcomes = commit(in: context)
      current.focus = current.index(of: id) ?? current.focus
      isFresh = true
    }
    setPart(anchor.part)
    return outcomes
  }

  /// Puts the cursor on a seat of the roster or on an item.
  private mutating func setPart(_ part: Int) {
    switch focusedField?.value {
    case .roster(var roster):
      roster.focus = part
      current.roster = roster
    case .items(var list):
      list.selected = part
      page.items = list
    default: break
    }
  }

  /// Left and right: in the text, or to the next seat.
  mutating func moveSideways(_ step: Int) -> [Outcome]? {
    switch focusedField?.value {
    case .roster(let roster):
      setPart(max(0, min(roster.seats.count - 1, roster.focus + step)))
    case .line(var editor):
      editor.handle(step < 0 ? .left : .right)
      isFresh = false
      current.fields[current.focus].value = .line(editor)
    default: return nil
    }
    return []
  }

  /// Puts the cursor on the first field that has to be entered and is empty.
  mutating func focusFirstEmpty() {
    let first =
      page.fields.firstIndex { $0.spec.isRequired && $0.isEmpty && $0.spec.kind.isReached }
      ?? page.fields.firstIndex { $0.isEmpty && $0.spec.kind.isReached }
    if let first { page.focus = first }
    isFresh = true
  }

  // MARK: Taking over what was typed

  /// Normalises the field that the cursor leaves and draws the consequences.
  @discardableResult
  mutating func commit(in context: Context) -> [Outcome] {
    guard let field = focusedField, case .line(let editor) = field.value else { return [] }
    let reading = inputOfDates(field.spec).reading(editor.text, field.spec.kind)
    removeFaults(at: field.spec.id)
    if let problem = reading.problem {
      faults.append(PlacedFault(item: openItem, field: field.spec.id, phrase: problem))
    }
    if reading.text != editor.text {
      current.fields[current.focus].text = reading.text
    }
    followUp(field.spec, in: context)
    guard let problem = reading.problem else { return [] }
    return [.notice(Notice(problem, .warning))]
  }

  /// What follows when a field has a new value.
  mutating func followUp(_ spec: FieldSpec, in context: Context) {
    switch spec.name {
    case "Date":
      derive(in: context)
      reseat(in: context)
      proposeNumber(in: derived.day.year)
      proposeBirthdays(in: derived.day)
    case "Counts":
      adoptActivityFields()
      proposeGrades()
    case "ItemKind", "About", "Item": syncVotes()
    case "Vote" where spec.id.hasPrefix("VoteCategory"):
      if let number = spec.vote { proposeMethod(vote: number) }
      syncVotes()
    case "Vote" where spec.id.hasPrefix("VoteMethod") || spec.id.hasPrefix("VoteWriteIn"):
      syncVotes()
    case "Sitting": leaveSitting()
    case "State" where type == "matter": proposeClosing(in: context)
    case "Since" where type == "member" || type == "organization": takeValuesOfDay(in: context)
    case "Officer": syncOfficers()
    case "Organization" where type == "member": leaveGroup()
    case "YourName": proposeFromPerson(in: context)
    default: break
    }
  }

  /// Puts a text into a field that is empty or still says what the form had put there before.
  mutating func propose(_ text: String, for id: String) {
    guard page.text(id).trimmed == proposedTexts[id] ?? "" else { return }
    proposedTexts[id] = text.trimmed
    page.setText(id, text)
  }

  /// The next number of a year, while the one proposed stands.
  mutating func proposeNumber(in year: Int) {
    guard base == nil, let kind, kind.isNumbered, let organization, let ledger = derived.ledger
    else { return }
    let number = ledger.nextNumber(of: kind.id, organization: organization, year: year)
    propose("\(number)", for: "Number")
  }

  /// Takes the faults of a field away; its value was changed.
  mutating func removeFaults(at id: String) {
    faults.removeAll { $0.item == openItem && $0.field == id && $0.seat == nil }
  }

  /// Puts a text into the field on which the cursor stands.
  mutating func setFocused(_ text: String, in context: Context) -> [Outcome] {
    if current.fields[current.focus].text != text {
      current.fields[current.focus].text = text
      adoptItem()
      touch()
    }
    return commit(in: context)
  }

  // MARK: Boxes

  /// Enter or F6: opens the item, the box or the calendar; takes what was typed if it is clear.
  mutating func choose(in context: Context) -> [Outcome]? {
    guard let field = focusedField else { return nil }
    switch field.spec.kind {
    case .items: return openSelectedItem(in: context)
    case .attendance: return [.overlay(.choices(attendanceBox()))]
    default: break
    }
    if !isFresh, !field.text.trimmed.isEmpty {
      let reading = derived.input.reading(field.text, field.spec.kind)
      if reading.problem == nil { return moveFocus(by: 1, in: context) }
      if let box = boxOfSeveral(field) { return [.overlay(.choices(box))] }
      if field.spec.kind == .officer,
        case .found(let person) = derived.input.people.resolve(field.text.trimmed)
      {
        return takeChosen([person.description], for: field, in: context)
      }
    }
    return box(of: field).map { [.overlay($0)] }
  }

  private func box(of field: FormField) -> Overlay? {
    let id = "field:\(field.spec.id)"
    let ticked = Set(derived.input.values(field.text, field.spec.kind))
    switch field.spec.kind {
    case .date:
      return .calendar(CalendarBox(id: id, day: Day(field.text.trimmed) ?? derived.day))
    case .choice(let words, let isMultiple, let allowsOther):
      return .choices(
        ChoiceBox(
          id: id, title: field.spec.label,
          choices: words.map { Choice(value: $0, label: $0) }, isMultiple: isMultiple,
          allowsOther: allowsOther, ticked: ticked))
    case .people(let isMultiple, let allowsGuests):
      return .choices(
        ChoiceBox(
          id: id, title: field.spec.label,
          choices: field.spec.name == "Away" ? awayChoices() : peopleChoices(),
          isMultiple: isMultiple,
          allowsOther: allowsGuests, ticked: ticked))
    case .officer:
      return .choices(ChoiceBox(id: id, title: field.spec.label, choices: peopleChoices()))
    case .organization:
      return .choices(
        ChoiceBox(
          id: id, title: field.spec.label,
          choices: places(for: field.spec).map {
            Choice(value: $0.id.text, label: "\($0.name) \($0.id)")
          }, ticked: ticked))
    default: return nil
    }
  }

  /// The organisations that a field can mean: of a member a branch and one of its groups, above an
  /// organisation and as the one that was visited anything but a group.
  private func places(for spec: FieldSpec) -> [Organization] {
    let all = derived.input.organizations.all
    switch (type, spec.name) {
    case ("member", "Organization"): return all.filter(\.level.isBranch)
    case ("member", "Group"):
      guard
        case .found(let branch) = derived.input.organizations.resolve(
          page.text("Organization").trimmed)
      else { return all.filter { $0.level == .group } }
      return all.filter { $0.level == .group && $0.parent == branch }
    case ("organization", "Parent"), ("activity", "Host"):
      return all.filter { $0.level != .group }
    default: return all
    }
  }

  /// A member who goes to another branch leaves the group of the old one.
  private mutating func leaveGroup() {
    let book = derived.input.organizations
    guard case .found(let branch) = book.resolve(page.text("Organization").trimmed),
      case .found(let group) = book.resolve(page.text("Group").trimmed),
      book.all.contains(where: { $0.id == group && $0.parent != branch })
    else { return }
    page.setText("Group", "")
  }

  private func peopleChoices() -> [Choice] {
    var names: [String: Int] = [:]
    for entry in derived.input.people.near { names[entry.person.name, default: 0] += 1 }
    let isElection = openItem != nil && current.category(ofVote: 1) == .election
    let near = derived.input.people.near
    let listed = isElection ? StrokeOrder.sorted(near) { $0.person.name } : near
    return listed.map { entry in
      var label = entry.person.name
      if names[label, default: 0] > 1, let id = entry.person.id { label += " \(id)" }
      if !entry.note.isEmpty { label += " \(entry.note)" }
      let grade = gradeNote(of: entry.person.id)
      if !grade.isEmpty { label += " \(grade)" }
      return Choice(value: entry.person.description, label: label)
    }
  }

  /// 此项缺席: of those who came, the late and those who left early first, with that word.
  private func awayChoices() -> [Choice] {
    guard let roster = page.roster, !roster.present.isEmpty else { return peopleChoices() }
    let seats = roster.seats.indices.filter { roster.mark($0).came }
    let first = seats.filter { roster.mark($0).isLate || roster.mark($0).hasLeft }
    return (first + seats.filter { !first.contains($0) }).map { seat in
      let person = roster.seats[seat].person
      let word = first.contains(seat) ? " \(roster.word(seat, derived.language))" : ""
      return Choice(value: person.description, label: person.name + word)
    }
  }

  /// What the roster says somebody is, when it is one post on a committee.
  private func rosterPost(of person: Person) -> String {
    let posts = person.id.flatMap { derived.ledger?.member($0, on: derived.day) }?.posts ?? []
    return posts.count == 1 ? posts[0] : ""
  }

  /// Several people fit what was typed: a box of just these.
  private func boxOfSeveral(_ field: FormField) -> ChoiceBox? {
    if field.spec.kind == .officer,
      case .several(let people) = derived.input.people.resolve(field.text.trimmed)
    {
      return ChoiceBox(
        id: "field:\(field.spec.id)", title: field.spec.label,
        choices: people.map { Choice(value: $0.description, label: $0.name) })
    }
    if field.spec.kind == .organization,
      case .several(let ids) = derived.input.organizations.resolve(field.text.trimmed)
    {
      let found = places(for: field.spec).filter { ids.contains($0.id) }
      guard !found.isEmpty else { return nil }
      return ChoiceBox(
        id: "field:\(field.spec.id)", title: field.spec.label,
        choices: found.map { Choice(value: $0.id.text, label: "\($0.name) \($0.id)") })
    }
    guard case .people = field.spec.kind else { return nil }
    for token in FieldInput.tokens(field.text) {
      if case .several(let people) = derived.input.people.resolve(token) {
        return ChoiceBox(
          id: "token:\(field.spec.id):\(token)", title: field.spec.label,
          choices: people.map {
            Choice(value: $0.description, label: "\($0.name) \($0.id?.text ?? "")")
          })
      }
    }
    return nil
  }

  /// Takes what was chosen in a box.
  mutating func take(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    switch choice {
    case .cancelled, .chosenOtherwise: return []
    case .chosen("attendance", let values): return markChosen(values)
    case .chosen("speaker", let values): return insertSpeaker(values)
    case .chosen(FormScreen.remarksChoice, let values): return goToRemark(values, in: context)
    case .chosen(let id, let values):
      let parts = id.split(separator: ":", maxSplits: 2).map(String.init)
      guard parts.count >= 2, let field = focusedField, field.spec.id == parts[1] else {
        return []
      }
      if parts[0] == "token", parts.count == 3, let value = values.first {
        let person = derived.input.people.shown(Person(value))
        let tokens = FieldInput.tokens(field.text).map { $0 == parts[2] ? person : $0 }
        return setFocused(tokens.joined(separator: "、"), in: context)
      }
      return takeChosen(values, for: field, in: context)
    case .day(_, let day):
      return setFocused(day.description, in: context) + moveFocus(by: 1, in: context)
    case .confirmed(FormScreen.catalogQuestion), .confirmed(FormScreen.doubt),
      .confirmed(FormScreen.periodQuestion):
      isConfirmed = true
      return save(in: context)
    case .confirmed(FormScreen.takenQuestion):
      isTaken = false
      return save(in: context)
    case .confirmed: return []
    }
  }

  private mutating func takeChosen(
    _ values: [String], for field: FormField, in context: Context
  ) -> [Outcome] {
    let input = derived.input
    switch field.spec.kind {
    case .people(let isMultiple, _):
      var people = values.map { Person($0) }
      if isMultiple {
        let offered = Set(input.people.near.map(\.person))
        people += input.persons(in: field.text).filter { !offered.contains($0) }
      }
      let text = people.map { input.people.shown($0) }.joined(separator: "、")
      return setFocused(text, in: context) + moveFocus(by: 1, in: context)
    case .officer:
      guard let value = values.first else { return [] }
      var (_, post) = FieldInput.headAndTail(field.text.trimmed)
      if post.isEmpty { post = rosterPost(of: Person(value)) }
      let outcomes = setFocused("\(input.people.shown(Person(value))) \(post)", in: context)
      guard post.isEmpty else { return outcomes }
      // The post is still to be typed, right behind the name.
      current.fields[current.focus].text = "\(input.people.shown(Person(value))) "
      removeFaults(at: field.spec.id)
      isFresh = false
      return []
    case .organization:
      let text = input.text(of: values, .organization)
      return setFocused(text, in: context) + moveFocus(by: 1, in: context)
    case .choice(let words, isMultiple: true, _):
      // What was typed and is none of the choices stays.
      let typed = FieldInput.tokens(field.text).filter { !words.contains($0) }
      let own = values + typed.filter { !values.contains($0) && TagText.isFilled($0) }
      let open = own.filter { !TagText.isFilled($0) }.map(TagText.opened)
      let text = (own.filter(TagText.isFilled) + open).joined(separator: "、")
      let outcomes = setFocused(text, in: context)
      guard let last = open.last else { return outcomes + moveFocus(by: 1, in: context) }
      // It is typed right behind its sign.
      removeFaults(at: field.spec.id)
      isFresh = false
      return [.notice(Notice(.writeTagValue(last), .plain))]
    default:
      let text = values.joined(separator: "、")
      return setFocused(text, in: context) + moveFocus(by: 1, in: context)
    }
  }
}
