using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>What the source's agents did within this time is unknown.</summary>
/// <param name="Author">Who said so.</param>
public sealed record EventLossView(
    Guid Id, DateTimeOffset Start, DateTimeOffset End, string Note, string Author, DateTimeOffset At)
{
    public static EventLossView Of(EventLoss loss) =>
        new(loss.Id, loss.Start, loss.End, loss.Note, loss.Author, loss.At);
}
