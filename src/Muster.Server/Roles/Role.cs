namespace Muster.Server.Roles;

/// <summary>A part that a process may play.</summary>
/// <param name="Sentence">What it does.</param>
/// <param name="Needs">What it cannot work without.</param>
/// <param name="Parts">The roles that this one stands for; empty for a role of its own.</param>
/// <param name="MapEndpoints">The requests it answers; null for none.</param>
/// <param name="AddServices">What it brings into the host; null while the role has no work in this version.</param>
public sealed record Role(
    string Name,
    string Sentence,
    IReadOnlyList<string> Needs,
    RolePlacement Placement,
    Action<IServiceCollection>? AddServices = null,
    Action<IEndpointRouteBuilder>? MapEndpoints = null,
    IReadOnlyList<string>? Parts = null);
