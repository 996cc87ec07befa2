namespace Muster.Server.Api;

/// <summary>What is wrong with one field, and the remedy.</summary>
public sealed record ApiFieldError(string Field, string Message);
