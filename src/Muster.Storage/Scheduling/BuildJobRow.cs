using Muster.Domain.Organization;
using Muster.Domain.Scheduling;

namespace Muster.Storage.Scheduling;

/// <summary>A part of a build that has not ended.</summary>
/// <param name="State">waiting, running, done or failed.</param>
/// <param name="Node">Who has it, or had it last; null: nobody yet.</param>
/// <param name="TakenAt">Since when; null: nobody has it.</param>
/// <param name="Spent">How long it has been searched.</param>
/// <param name="IsHeld">Whether who has it is alive.</param>
public sealed record BuildJobRow(
    BuildId Build, int Number, ManagementUnitId Unit, long Seed, string State, string? Node, DateTimeOffset? TakenAt,
    TimeSpan Spent, bool IsHeld);
