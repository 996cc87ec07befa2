using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Adherence;

/// <summary>What of an agent is approved: a stretch of time, such as that of an exception.</summary>
/// <param name="Start">Whole seconds; parts of one are cut off.</param>
/// <param name="End">At most a day later.</param>
/// <param name="Note">Why.</param>
public sealed record ApprovalBody(DateTimeOffset Start, DateTimeOffset End, string Note = "")
{
    private const int LongestNote = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The same in whole seconds.</summary>
    public ApprovalBody Whole() => this with { Start = Whole(Start), End = Whole(End) };

    public Refusal? Check() => new FieldChecks()
        .That(Start.Year is > 1970 and < 2100, "start", "must be of the years 1971 to 2099.")
        .That(End > Start, "end", "must be later than start.")
        .That(End - Start <= Longest, "end", "must be at most a day after start.\nMaybe approve each day by itself.")
        .Text("note", Note, 0, LongestNote)
        .Refusal;

    private static DateTimeOffset Whole(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
