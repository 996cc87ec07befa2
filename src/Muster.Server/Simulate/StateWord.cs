namespace Muster.Server.Simulate;

/// <summary>A state as the simulated telephone system calls it.</summary>
public readonly record struct StateWord(string State, string? Reason = null)
{
    public override string ToString() => Reason is null ? State : $"{State} ({Reason})";
}
