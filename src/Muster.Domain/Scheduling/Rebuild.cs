using Muster.Domain.Outcomes;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Scheduling;

/// <summary>What of an earlier build is built anew; everything else stays as it is there, breaks included.</summary>
public sealed record Rebuild
{
    public required BuildId Of { get; init; }

    /// <summary>Whose days are built anew; null: everybody's.</summary>
    public IReadOnlyList<AgentId>? Agents { get; init; }

    /// <summary>Which days; null: all of the period.</summary>
    public IReadOnlyList<LocalDate>? Days { get; init; }

    /// <summary>What stays all the same.</summary>
    public IReadOnlyList<AgentDay> Locked { get; init; } = [];

    /// <summary>Tells whether a cell is built anew.</summary>
    public Func<AgentId, LocalDate, bool> Frees()
    {
        var (agents, days, locked) = (Agents?.ToHashSet(), Days?.ToHashSet(), Locked.ToHashSet());
        return (agent, day) => (agents?.Contains(agent) ?? true) && (days?.Contains(day) ?? true)
            && !locked.Contains(new AgentDay(agent, day));
    }

    /// <param name="last">Of the period, inclusive.</param>
    internal void Check(FieldChecks checks, LocalDate first, LocalDate last)
    {
        checks
            .That(Agents is not { Count: 0 }, "rebuild.agent_ids",
                "is empty: nobody would be built anew.\nMaybe leave it out, which means everybody.")
            .That(Days is not { Count: 0 }, "rebuild.days",
                "is empty: no day would be built anew.\nMaybe leave it out, which means every day.");
        foreach (var (i, day) in (Days ?? []).Index())
        {
            checks.That(day >= first && day <= last, $"rebuild.days[{i}]", Outside(day, first, last));
        }

        foreach (var (i, cell) in Locked.Index())
        {
            checks.That(
                cell.Day >= first && cell.Day <= last, $"rebuild.locked[{i}].day", Outside(cell.Day, first, last));
        }
    }

    private static string Outside(LocalDate day, LocalDate first, LocalDate last) =>
        $"must be {first:uuuu-MM-dd} to {last:uuuu-MM-dd}, the days of the build; it is {day:uuuu-MM-dd}.";
}
