using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence.History;
using Muster.Server.Api.Json;

namespace Muster.Server.Api.Adherence;

/// <summary>What results are summed by.</summary>
public sealed record HistoryByQuery(
    [property: FromQuery(Name = "by"), Description("A row for each agent, team, unit, day, agent_day, team_day, "
        + "unit_day, interval (15 minutes) or agent_interval.")] string By)
{
    public Outcome<HistoryBy> Read() => EnumWord.Read<HistoryBy>(By) is { } by
        ? by
        : new Refusal.Invalid("by", $"must be one of {EnumWord.All<HistoryBy>()}.");
}
