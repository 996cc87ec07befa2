using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>A queue of the telephone system.</summary>
/// <param name="Id">As events and statistics name it.</param>
/// <param name="Name">As people call it.</param>
public sealed record PlannedQueue(string Id, string Name)
{
    private const int LongestId = 200;

    /// <summary>What a queue may be named by, wherever it is.</summary>
    public static FieldChecks CheckId(FieldChecks checks, string field, string? id) =>
        checks.Text(field, id, 1, LongestId);
}
