using Muster.Domain.Outcomes;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Steps of editing, done in order: all of them or none.</summary>
/// <param name="DryRun">Nothing is written; the answer says what it would come to.</param>
/// <param name="Wait">applied: answers when every node has it; committed: at once. For published schedules.</param>
/// <param name="Note">What the history and the agents are told. Only for published schedules.</param>
public sealed record EditsBody(
    IReadOnlyList<EditBody> Edits, bool DryRun = false, WaitFor Wait = WaitFor.Applied, string Note = "")
{
    private const int MostEdits = 5_000;
    private const int LongestNote = 500;

    public EditWish Wish() => new(Read(), DryRun, Note);

    private Outcome<IReadOnlyList<EditStep>> Read()
    {
        var checks = new FieldChecks()
            .That(Edits.Count is > 0 and <= MostEdits, "edits", $"must be 1 to {MostEdits} steps.")
            .Text("note", Note, 0, LongestNote);
        var steps = Edits.Take(MostEdits).Select((edit, i) => edit.Read(checks, $"edits[{i}]")).ToList();
        return checks.Refusal is { } refusal ? refusal : steps.Select(step => step!).ToList();
    }
}
