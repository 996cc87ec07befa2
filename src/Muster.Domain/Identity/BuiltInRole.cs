namespace Muster.Domain.Identity;

/// <summary>
/// The access roles that every installation has. Their permissions stand in <see cref="Permissions"/>.
/// </summary>
public enum BuiltInRole
{
    Administrator,
    Planner,
    Supervisor,
    Agent,
}
