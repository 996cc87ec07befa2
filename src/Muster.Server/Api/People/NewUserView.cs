namespace Muster.Server.Api.People;

/// <param name="FirstPassword">Shown this once.</param>
public sealed record NewUserView(Guid AgentId, Guid UserId, string UserName, string FirstPassword);
