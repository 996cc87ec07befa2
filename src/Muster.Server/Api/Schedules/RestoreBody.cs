using System.Globalization;
using Muster.Domain.Outcomes;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Schedules that are to be put back.</summary>
/// <param name="To">before: what this version changed is taken back; as_at: all of the unit as it was with it.</param>
/// <param name="ForcePublish">Also days that others have changed since.</param>
/// <param name="LeaveOut">Single days of agents that stay as they are; absent: none.</param>
/// <param name="PutBack">Days of which the caller has seen that others have changed them since; absent: none.</param>
public sealed record RestoreBody(
    RestoreTo To = RestoreTo.Before, bool ForcePublish = false, WaitFor Wait = WaitFor.Applied, string Note = "",
    IReadOnlyList<SettledDayBody>? LeaveOut = null, IReadOnlyList<SettledDayBody>? PutBack = null)
{
    private const int LongestNote = 500;
    private const int MostDays = 10_000;

    public Refusal? Check() => new FieldChecks()
        .That(LeaveOut is null or { Count: <= MostDays }, "leave_out", $"must be at most {MostDays} days.")
        .That(PutBack is null or { Count: <= MostDays }, "put_back", $"must be at most {MostDays} days.")
        .That(
            PutBack?.All(day => day.Version is not null) != false, "put_back",
            "must each name the version of the published day that was looked at.")
        .Text("note", Note, 0, LongestNote)
        .Refusal;

    public RestoreWish WishFor(long version) => new(NoteFor(version), ForcePublish)
    {
        LeaveOut = SettledDayBody.Keys(LeaveOut),
        PutBack = SettledDayBody.Versions(PutBack),
    };

    private string NoteFor(long version)
    {
        var what = To == RestoreTo.Before ? "Takes back" : "Back to";
        return Note.Length > 0 ? Note : string.Create(CultureInfo.InvariantCulture, $"{what} {version}");
    }
}
