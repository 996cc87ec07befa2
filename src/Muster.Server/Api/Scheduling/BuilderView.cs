using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>A node of the pool that is alive.</summary>
/// <param name="Slots">How many parts of builds it searches at once.</param>
/// <param name="Busy">How many it has now.</param>
/// <param name="Since">When it started.</param>
public sealed record BuilderView(string Node, int Slots, int Busy, DateTimeOffset Since)
{
    public static BuilderView Of(BuilderRow row) => new(row.Node, row.Slots, row.Busy, row.Since);
}
