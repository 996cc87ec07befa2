namespace Muster.Browser.Tests;

/// <summary>A user who has not signed in yet.</summary>
public sealed record NewPerson(string Id, string UserName, string FirstPassword);
