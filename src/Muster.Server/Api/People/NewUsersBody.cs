namespace Muster.Server.Api.People;

/// <summary>Agents who are to have accounts.</summary>
/// <param name="Agents">Their ids, at most 100: each password takes its time.</param>
public sealed record NewUsersBody(IReadOnlyList<Guid> Agents)
{
    public const int Most = 100;
}
