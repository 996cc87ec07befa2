using Muster.Domain.Organization;
using Muster.Domain.Scheduling;

namespace Muster.Storage.Scheduling;

/// <summary>A part that a builder has taken.</summary>
/// <param name="Claim">Which taking of the part this is: what is saved under an earlier one is refused.</param>
/// <param name="Spent">How long others have searched already.</param>
/// <param name="Progress">What they have told of it.</param>
/// <param name="Incumbent">Their best schedule, to go on from; null: none.</param>
public sealed record BuildClaim(
    BuildId Build, int Number, int Claim, ManagementUnitId Unit, long Seed, TimeSpan Spent, string Progress,
    string? Incumbent);
