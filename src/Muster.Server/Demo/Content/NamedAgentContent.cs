namespace Muster.Server.Demo.Content;

/// <summary>An agent who signs in.</summary>
public sealed record NamedAgentContent(string FirstName, string LastName, string UserName);
