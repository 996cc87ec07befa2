using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Events;

/// <summary>A source lost what happened within some time.</summary>
/// <param name="Start">By the right clock; whole seconds, parts of one are cut off.</param>
/// <param name="End">When the source had told anew what its agents do. Not ahead of now, at most 7 days later.</param>
/// <param name="Note">Why.</param>
public sealed record EventLossBody(DateTimeOffset Start, DateTimeOffset End, string Note = "")
{
    private const int LongestNote = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The same in whole seconds.</summary>
    public EventLossBody Whole() => this with { Start = Whole(Start), End = Whole(End) };

    /// <param name="now">By the database's clock.</param>
    /// <param name="keepDays">So long events are kept.</param>
    public Refusal? Check(DateTimeOffset now, int keepDays) => new FieldChecks()
        .That(Start > now.AddDays(-keepDays), "start", $"must be within the last {keepDays} days (Events:KeepDays).")
        .That(End > Start, "end", "must be later than start.")
        .That(End <= now, "end", "must not be ahead of now.\nMaybe tell it when the source is back: while it is "
            + "silent, its agents are unknown anyway.")
        .That(End - Start <= Longest, "end", "must be at most 7 days after start.\nMaybe tell it in parts.")
        .Text("note", Note, 0, LongestNote)
        .Refusal;

    private static DateTimeOffset Whole(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
