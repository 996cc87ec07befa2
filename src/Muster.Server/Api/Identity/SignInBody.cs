namespace Muster.Server.Api.Identity;

/// <summary>A person's credentials.</summary>
public sealed record SignInBody(string UserName, string Password);
