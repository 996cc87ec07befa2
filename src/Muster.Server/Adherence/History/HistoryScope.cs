using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Whose results are asked for, of which days: <c>[From, End)</c>, each by the clock of its unit.</summary>
public sealed record HistoryScope
{
    public required OrganizationSnapshot Organization { get; init; }

    /// <summary>A business unit or a management unit.</summary>
    public required OrganizationItem Unit { get; init; }

    /// <summary>By name. Also those who have left.</summary>
    public required IReadOnlyList<HistoryAgent> Agents { get; init; }

    /// <summary>Only what agents did as long as they were in it; null: in any, or in none.</summary>
    public TeamId? Team { get; init; }

    public required LocalDate From { get; init; }

    public required LocalDate End { get; init; }

    public required HistoryStored Stored { get; init; }

    /// <summary>The units of the agents.</summary>
    public IEnumerable<ManagementUnit> Units =>
        Agents.Select(agent => agent.Unit).Distinct().Select(id => Organization.ManagementUnits[id]);

    /// <summary>By whose clocks days are.</summary>
    public IReadOnlyList<DateTimeZone> Zones => [.. Units.Select(Organization.ZoneOf).Distinct()];

    public DateTimeZone ZoneOf(HistoryAgent agent) =>
        Organization.ZoneOf(Organization.ManagementUnits[agent.Unit]);

    /// <summary>The days of which anything can be stored; none: <c>From</c> is not before <c>End</c>.</summary>
    public (LocalDate From, LocalDate End) StoredDays
    {
        get
        {
            if (Stored is not { From: { } first, Until: { } last })
            {
                return (End, End);
            }

            // No zone is further from UTC than a day.
            var from = Instant.FromDateTimeOffset(first).InUtc().Date.PlusDays(-1);
            var end = Instant.FromDateTimeOffset(last).InUtc().Date.PlusDays(2);
            return (LocalDate.Max(From, from), LocalDate.Min(End, end));
        }
    }
}
