namespace Muster.Server.Api.Directories;

/// <param name="Field">Within the content, or of the item itself.</param>
/// <param name="Value">What stands there; null when nothing does.</param>
/// <param name="Message">What is wrong with it, and the remedy.</param>
public sealed record DirectoryFaultView(string Field, string? Value, string Message);
