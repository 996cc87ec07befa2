using Muster.Domain.Organization;
using Muster.Domain.Scheduling;

namespace Muster.Storage.Scheduling;

/// <summary>A management unit of a build, searched from one seed.</summary>
/// <param name="State">waiting, running, done or failed.</param>
/// <param name="Node">Who has it, or had it last.</param>
/// <param name="Breaches">Of the best so far; null: there is none.</param>
/// <param name="Bound">What no schedule can cost less than; null: not known.</param>
/// <param name="Progress">How it went so far, as the program writes it.</param>
/// <param name="Input">A print of what it was made from.</param>
/// <param name="Findings">What was found amiss in the input: sentences.</param>
public sealed record BuildPartRow(
    BuildId Build, int Number, ManagementUnitId Unit, long Seed, string State, string? Node, string Sentence,
    TimeSpan Spent, long Steps, long? Breaches, long? Cost, long? Bound, string Progress, string? Input,
    string Findings)
{
    /// <summary>The one whose schedule counts; of none with a schedule, the first.</summary>
    public static BuildPartRow BestOf(IReadOnlyList<BuildPartRow> parts) =>
        parts.Where(part => part.Cost is not null).MinBy(part => (part.Breaches, part.Cost)) ?? parts[0];
}
