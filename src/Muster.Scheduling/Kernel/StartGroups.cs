namespace Muster.Scheduling.Kernel;

/// <summary>The options of an employee by start, for content that is found for all lengths at once.</summary>
internal sealed class StartGroups
{
    private readonly int[][] _options;

    public StartGroups(AgentShape shape)
    {
        _options = [.. Enumerable.Range(0, shape.Options.Length)
            .GroupBy(option => shape.Problem.Options[shape.Options[option]].Start)
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray())];
    }

    public int Count => _options.Length;

    /// <summary>Local options with the start.</summary>
    public ReadOnlySpan<int> this[int start] => _options[start];
}
