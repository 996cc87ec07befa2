using Muster.Server.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>What became of an item of a bulk.</summary>
/// <param name="Item">Its number, from 1.</param>
/// <param name="ExternalId">Empty when it has none that can be read.</param>
/// <param name="Version">Null when it was refused.</param>
/// <param name="Errors">Empty unless it was refused.</param>
public sealed record DirectoryResultView(
    int Item, string ExternalId, DirectoryOutcome Outcome, long? Version, IReadOnlyList<DirectoryFaultView> Errors)
{
    public static DirectoryResultView Of(DirectoryResult result) => new(
        result.Item.Number, result.Item.ExternalId, result.Outcome, result.After?.Version,
        [.. result.Item.Faults.Select(fault => new DirectoryFaultView(fault.Field, fault.Value, fault.Message))]);
}
