namespace Muster.Adherence.Rules;

/// <summary>What a state of a source counts as. One with a reason code goes before one without.</summary>
/// <param name="Reason">Null: with any reason code that has no mapping of its own, and with none.</param>
public sealed record StateMapping(string Source, string State, StateMeaning CountsAs, string? Reason = null);
