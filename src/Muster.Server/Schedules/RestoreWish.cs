using Muster.Domain.People;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>How schedules are to be put back.</summary>
/// <param name="Force">Also over what others have published since.</param>
public sealed record RestoreWish(string Note, bool Force)
{
    /// <summary>Days that stay as they are.</summary>
    public IReadOnlyList<(AgentId Agent, LocalDate Day)> LeaveOut { get; init; } = [];

    /// <summary>
    /// Days that are put back over what others have published since, with the version of it that was looked at.
    /// </summary>
    public IReadOnlyDictionary<(AgentId Agent, LocalDate Day), long> PutBack { get; init; } =
        new Dictionary<(AgentId Agent, LocalDate Day), long>();

    /// <summary>Told how far it is, where it takes long.</summary>
    public Func<PublishSteps, CancellationToken, Task> Tell { get; init; } = (_, _) => Task.CompletedTask;
}
