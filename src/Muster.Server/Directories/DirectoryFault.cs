namespace Muster.Server.Directories;

/// <summary>What is wrong with an object that somebody writes.</summary>
/// <param name="Field">As the caller wrote it: <c>skills[0].level</c>.</param>
/// <param name="Value">What stands there; null when nothing does, or when it is no single value.</param>
/// <param name="Message">What is wrong with it, and the remedy; it goes on from the value.</param>
public sealed record DirectoryFault(string Field, string? Value, string Message)
{
    private const int Shown = 100;

    /// <summary>The value and what is wrong with it, as a sentence without its subject.</summary>
    public string Sentence => Value is null ? Message : $"\"{Value}\" {Message}";

    public static DirectoryFault Of(string field, string? value, string message) =>
        new(field, value?.Length > Shown ? string.Concat(value.AsSpan(0, Shown), "...") : value, message);
}
