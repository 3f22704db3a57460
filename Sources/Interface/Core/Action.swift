/// Everything that a key can ask for; `Command.all` says with which key and where.
public enum Action: String, CaseIterable, Sendable {
  // Everywhere
  case help
  case palette
  case quit
  case back
  case suspendDraft
  // Moving
  case open
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case first
  case last
  case nextPane
  // Menus, lists and pages
  case newRecord
  case search
  case chooseOrganization
  case chooseKind
  case choosePeriod
  case nextFound
  case previousFound
  case filter
  case sort
  case newMember
  case newOrganization
  case pasteRoster
  case change
  case sign
  case withdraw
  case history
  case print
  case nextMember
  case previousMember
  case reportProblem
  case markChecked
  case drawSample
  // Visits
  case beginVisit
  case confirmAnswer
  case clearAnswer
  case visitDetails
  case returnMatter
  // Tables from other programs
  case switchSubject
  // The calendar
  case calendar
  case previousMonth
  case nextMonth
  case goToToday
  // The grid
  case fold
  case switchPeriods
  case chooseObligation
  case previousYear
  case nextYear
  case export
  case answer
  case discardDraft
  case newEntry
  case undo
  case agenda
  case newPlan
  case takeStep
  case signMakeUp
  case closeMatter
  case nextPeriod
  case previousPeriod
  case periodLength
  case graph
  case sentence
  // Start and settings
  case openSample
  case switchLanguage
  case verify
  case reload
  // The ledger itself
  case recover
  case adopt
  case dismiss
  // Forms
  case save
  case nextField
  case previousField
  case choose
  case everyonePresent
  case togglePresent
  case video
  case late
  case leftEarly
  case absent
  case clearAttendance
  case minutes
  case speaker
  case outerEditor
  case addItem
  case removeItem
  case moveItemUp
  case moveItemDown
  case unanimous
  case remarks
  case closing
  case sittings
}

/// A place in which commands are looked up.
public enum Scope: String, CaseIterable, Sendable {
  /// The start menu, before there is a store.
  case start
  /// The main menu, with its panel.
  case mainMenu
  /// Menus.
  case menu
  /// The panel beside the main menu.
  case panel
  /// Lists.
  case list
  /// The filter line of a list.
  case filter
  /// Pages.
  case page
  /// Looking for text among all records.
  case search
  /// A page that a search led to.
  case found
  /// The member's page.
  case member
  /// The page of a record in a sample.
  case drawn
  /// The grid of organisations by months.
  case grid
  /// The path of a table that is to be brought in.
  case importFile
  /// A table that was read and not yet written.
  case importTable
  /// The calendar.
  case calendar
  /// The list of a day in the calendar.
  case calendarDay
  /// Study records by half months.
  case studyCheck
  /// The page of something that was held.
  case activity
  /// The page of something that waits to be signed off (待审签).
  case unsigned
  /// A page or a row of something that there are papers of.
  case printable
  /// The page of an organisation.
  case organization
  /// The page of a document, an honour, a team or a plan.
  case record
  /// The list of what was held.
  case activities
  /// The list of people.
  case members
  /// The list of drafts.
  case drafts
  /// The unit's catalogue: its list and its entries.
  case catalog
  /// The list of open matters.
  case matters
  /// The kinds of activity that an organisation holds.
  case kinds
  /// 迎检自查, and a line of it.
  case findings
  /// Absences that have to be made up.
  case makeUps
  /// Plans with what was done of them.
  case plans
  /// Where people stand in procedures.
  case procedures
  /// A line of a checklist.
  case checklistItem
  /// A checklist of an organisation, or of all below one.
  case checklist
  /// A visit being made.
  case visit
  /// The lines of a report, and one of them drawn.
  case figures
  /// The same of a report that can be summed up in a sentence.
  case summed
  /// A plan, and what was done of it.
  case plan
  /// Pages about the ledger's files rather than about what is recorded.
  case report
  /// 台账校验, while ends of the user's own files can be put into quarantine.
  case tornFiles
  /// Text in quarantine.
  case quarantined
  /// Any form.
  case form
  /// A form with a roster or items.
  case meeting
  /// The same where those expected are ticked.
  case rollCall
  /// A field that is typed into.
  case textField
  /// A field whose value is chosen from a box or a calendar.
  case choiceField
  /// The roster being ticked.
  case roster
  /// The list of items in a form.
  case items
  /// The numbers of a vote.
  case vote
  /// The resolution of an item that is voted on.
  case resolution
  /// The same with a closing that was written from other numbers than those entered now.
  case staleResolution
  /// A form that holds a long text.
  case longText
  /// A long text being edited.
  case minutes
}
