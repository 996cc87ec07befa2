namespace Muster.Server.Roles;

/// <summary>Whether every process that has a role acts in it, or only the one that holds its lease.</summary>
public enum RolePlacement
{
    Everywhere,
    ByLease,
}
