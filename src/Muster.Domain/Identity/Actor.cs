namespace Muster.Domain.Identity;

/// <summary>Who does something, as the audit trail will name them.</summary>
/// <param name="Id">The user's or client's id; null for Muster itself.</param>
/// <param name="Address">The network address the request came from, or the machine's name for a command line.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name, string? Address)
{
    public static Actor Muster(string name) => new(ActorKind.System, null, name, Environment.MachineName);
}
