using NodaTime;

namespace Muster.Storage.People;

/// <summary>Which agents; null: any.</summary>
/// <param name="Day">On which day active is meant.</param>
public sealed record AgentFilter(LocalDate Day)
{
    /// <summary>A part of name, employee number, user name or e-mail.</summary>
    public string? Search { get; init; }

    /// <summary>Only agents of these management units.</summary>
    public IReadOnlyList<Guid>? Units { get; init; }

    public Guid? Team { get; init; }

    public Guid? WorkPlan { get; init; }

    /// <summary>Agents that have all of these.</summary>
    public IReadOnlyList<Guid>? Skills { get; init; }

    public Guid? Source { get; init; }

    /// <summary>"active", "inactive" or "removed"; null: all but removed ones.</summary>
    public string? Status { get; init; }

    /// <summary>Whether somebody has overridden what the directory says.</summary>
    public bool? Differs { get; init; }
}
