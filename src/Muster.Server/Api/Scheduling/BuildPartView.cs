using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>A part of a build: a management unit, searched from one seed.</summary>
/// <param name="State">waiting, running, lost (its builder is silent; another one takes it), done or failed.</param>
/// <param name="Node">Who has it, or had it last.</param>
/// <param name="Since">Since when it is there; null: nobody has it.</param>
/// <param name="Seconds">How long it has been searched.</param>
public sealed record BuildPartView(
    int Number, Guid ManagementUnitId, long Seed, string State, string? Node, DateTimeOffset? Since, double Seconds)
{
    private const string Running = "running";

    public static BuildPartView Of(BuildJobRow row) => new(
        row.Number, row.Unit.Value, row.Seed, row is { State: Running, IsHeld: false } ? "lost" : row.State, row.Node,
        row.State == Running ? row.TakenAt : null, Math.Round(row.Spent.TotalSeconds, 1));
}
