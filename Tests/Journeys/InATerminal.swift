import Testing

/// Whole journeys through the built program in a real terminal, one after the other.
@Suite("in a real terminal", .serialized)
enum InATerminal {}
