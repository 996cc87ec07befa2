using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Problem;

public sealed record Employee
{
    public required string Name { get; init; }

    /// <summary>What may be worked at all, as indices of the catalogue; null: every option.</summary>
    public IReadOnlyList<int>? Options { get; init; }

    /// <summary>The planning groups that the employee can serve, as indices of the demand's groups.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [0];

    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>What was before day 0; null: not known, and runs that touch day 0 are not too short.</summary>
    public History? History { get; init; }
}
