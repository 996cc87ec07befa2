namespace Muster.Faults.Tests.Histories;

/// <summary>Something done to the days of two agents: marks that are added, or a swap of all that both have.</summary>
/// <param name="Agent">Who gets the mark; 0 or 1.</param>
/// <param name="Mark">Null: a swap.</param>
/// <param name="Version">What it was answered; null: no answer came, so it may have been done or not.</param>
/// <param name="Applied">When it was answered that every node has it; null: it was not.</param>
internal sealed record DayWrite(int Agent, int? Mark, long? Version, long? Applied);
