using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>Which agents are asked for.</summary>
/// <param name="Search">A part of name, employee number, user name or e-mail.</param>
/// <param name="Unit">Of these management units; may be given several times.</param>
/// <param name="Skill">With all of these skills; may be given several times.</param>
/// <param name="Status">active, inactive or removed; absent: all but removed ones.</param>
/// <param name="Differs">Whether somebody has overridden what the directory says.</param>
public sealed record PeopleQuery(
    [FromQuery(Name = "search")] string? Search,
    [FromQuery(Name = "management_unit_id")] Guid[]? Unit,
    [FromQuery(Name = "team_id")] Guid? Team,
    [FromQuery(Name = "work_plan_id")] Guid? WorkPlan,
    [FromQuery(Name = "skill_id")] Guid[]? Skill,
    [FromQuery(Name = "source_id")] Guid? Source,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "differs")] bool? Differs,
    [FromQuery(Name = "offset")] int? Offset,
    [FromQuery(Name = "limit")] int? Limit)
{
    private static readonly string[] Statuses = ["active", "inactive", "removed"];

    public Refusal? Check() => new FieldChecks()
        .NoControls("search", Search ?? "")
        .That((Search ?? "").Length <= 200, "search", "must have at most 200 characters.")
        .That(Status is null || Statuses.Contains(Status), "status", "must be active, inactive or removed.")
        .That(Offset is null or >= 0, "offset", "must not be negative.")
        .Range("limit", Limit, 1, PageRequest.MaxLimit)
        .Refusal;

    /// <param name="seen">The units whose agents the caller may see; null: all.</param>
    public AgentFilter Filter(LocalDate day, IReadOnlyList<Guid>? seen) => new(day)
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        Units = (Unit, seen) switch
        {
            ({ Length: > 0 }, null) => Unit,
            ({ Length: > 0 }, { } some) => [.. Unit.Intersect(some)],
            _ => seen,
        },
        Team = Team,
        WorkPlan = WorkPlan,
        Skills = Skill is { Length: > 0 } ? Skill : null,
        Source = Source,
        Status = Status,
        Differs = Differs,
    };
}
