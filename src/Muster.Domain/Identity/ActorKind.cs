namespace Muster.Domain.Identity;

/// <summary>Who acts: a person, a program, or Muster itself (start-up, the command line, a role).</summary>
public enum ActorKind
{
    User,
    Client,
    System,
}
