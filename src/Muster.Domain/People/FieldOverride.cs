namespace Muster.Domain.People;

/// <summary>
/// A field that somebody has set by hand: the directory's word does not count until this is taken back.
/// </summary>
/// <param name="Owner">Who set it, as shown to people.</param>
public sealed record FieldOverride(AgentField Field, string Owner, DateTimeOffset At);
