using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Days of an agent in a team, or in none: <c>[From, End)</c>.</summary>
internal sealed record HistoryStint(HistoryAgent Agent, TeamId? Team, LocalDate From, LocalDate End)
{
    /// <summary>The stints of all agents that are asked for, those in another team left out.</summary>
    public static IEnumerable<HistoryStint> Of(HistoryScope scope)
    {
        var (from, end) = scope.StoredDays;
        return scope.Agents.SelectMany(agent => Of(agent, from, end))
            .Where(stint => scope.Team is null || stint.Team == scope.Team);
    }

    private static IEnumerable<HistoryStint> Of(HistoryAgent agent, LocalDate from, LocalDate end)
    {
        while (from < end)
        {
            var next = agent.Teams.Entries.Select(entry => entry.From).Where(day => day > from && day < end)
                .DefaultIfEmpty(end).Min();
            yield return new HistoryStint(agent, agent.Teams.At(from), from, next);
            from = next;
        }
    }
}
