namespace Muster.Server.Api.Schedules;

/// <summary>What an answer to a publish waits for.</summary>
public enum WaitFor
{
    /// <summary>Every node that serves schedules as current has applied it.</summary>
    Applied,

    /// <summary>The database has it.</summary>
    Committed,
}
