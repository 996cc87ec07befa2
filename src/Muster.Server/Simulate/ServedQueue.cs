using Muster.Domain.Organization;

namespace Muster.Server.Simulate;

/// <summary>A queue and who can serve it.</summary>
/// <param name="Skills">All of them are needed.</param>
internal sealed record ServedQueue(string Id, IReadOnlyList<RequiredSkill> Skills);
