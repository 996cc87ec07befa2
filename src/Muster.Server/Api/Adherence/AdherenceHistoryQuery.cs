using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence.History;
using Muster.Server.Api.Json;
using Muster.Server.Reports;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Whose stored results are asked for, of which days, and how.</summary>
public sealed record AdherenceHistoryQuery(
    [property: FromQuery(Name = "unit_id"), Description("A business unit or a management unit.")] Guid UnitId,
    [property: FromQuery(Name = "from"), Description("The first day, by the clock of each agent's unit.")]
    DateOnly From,
    [property: FromQuery(Name = "to"), Description("The last day, counted too.")] DateOnly To,
    [property: FromQuery(Name = "team_id"), Description("Only what agents did while they were in this team.")]
    Guid? TeamId = null,
    [property: FromQuery(Name = "agent_id"), Description("Only these agents; may be given several times.")]
    Guid[]? AgentId = null,
    [property: FromQuery(Name = "format"), Description("json, csv or xlsx; json when absent.")]
    string? Format = null,
    [property: FromQuery(Name = "limit"), Description("Of json, at most so many: 1 to 5,000; 50 when absent.")]
    int? Limit = null,
    [property: FromQuery(Name = "cursor")] string? Cursor = null)
{
    private const int MostRows = 5_000;
    private const int FirstYear = 1971;
    private const int LastYear = 2099;

    public ReportFormat ReportFormat => EnumWord.Read<ReportFormat>(Format) ?? ReportFormat.Json;

    public int Rows => Limit ?? PageRequest.DefaultLimit;

    public HistoryAsk Ask => new(
        UnitId, TeamId is { } team ? new TeamId(team) : null, (AgentId ?? []).ToHashSet(),
        LocalDate.FromDateOnly(From), LocalDate.FromDateOnly(To).PlusDays(1));

    public Refusal? Check()
    {
        var isFile = EnumWord.Read<ReportFormat>(Format) is ReportFormat.Csv or ReportFormat.Xlsx;
        return new FieldChecks()
            .That(From.Year is >= FirstYear and <= LastYear, "from", $"must be in the years {FirstYear} to {LastYear}.")
            .That(To.Year is >= FirstYear and <= LastYear, "to", $"must be in the years {FirstYear} to {LastYear}.")
            .That(From <= To, "to", $"is before from: {To:yyyy-MM-dd}.\nMaybe they are the wrong way round.")
            .That(
                Format is null || EnumWord.Read<ReportFormat>(Format) is not null, "format",
                $"must be one of {EnumWord.All<ReportFormat>()}.")
            .That(!isFile || Limit is null, "limit", "is for json: a file has all rows.\nMaybe leave it out.")
            .That(!isFile || Cursor is null, "cursor", "is for json: a file has all rows.\nMaybe leave it out.")
            .Range("limit", Limit, 1, MostRows)
            .Refusal;
    }
}
