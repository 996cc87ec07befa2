using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>Which agents are asked for.</summary>
public sealed record PeopleQuery(
    [property: FromQuery(Name = "search"), Description("A part of name, employee number, user name or e-mail.")]
    string? Search,
    [property: FromQuery(Name = "management_unit_id"),
        Description("Of these management units; may be given several times.")]
    Guid[]? Unit,
    [property: FromQuery(Name = "team_id"), Description("Of this team today.")] Guid? Team,
    [property: FromQuery(Name = "work_plan_id"), Description("With this work plan today.")] Guid? WorkPlan,
    [property: FromQuery(Name = "skill_id"), Description("With all of these skills; may be given several times.")]
    Guid[]? Skill,
    [property: FromQuery(Name = "source_id"), Description("Known from this source.")] Guid? Source,
    [property: FromQuery(Name = "status"), Description("active, inactive or removed; absent: all but removed ones.")]
    string? Status,
    [property: FromQuery(Name = "differs"),
        Description("True: only those for whom somebody has overridden the directory.")]
    bool? Differs,
    [property: FromQuery(Name = "offset"), Description("How many of the list are left out at its beginning.")]
    int? Offset,
    [property: FromQuery(Name = "limit")] int? Limit)
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
