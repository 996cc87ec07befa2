namespace Muster.Storage.BuiltIn;

/// <summary>How a program ended and what it said.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines of what it said, errors last.</summary>
    public string Said => LastLines.Of($"{Output}\n{Error}");
}
