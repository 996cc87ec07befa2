namespace Muster.Server.Api.Limits;

/// <summary>Marks an endpoint that checks a secret: fewer tries are allowed.</summary>
public sealed record SignInLimit;
