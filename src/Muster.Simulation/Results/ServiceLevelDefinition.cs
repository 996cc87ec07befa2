namespace Muster.Simulation.Results;

/// <summary>What a service level is the share of. T is the queue's time to answer within.</summary>
public enum ServiceLevelDefinition
{
    /// <summary>Answered within T, of all offered.</summary>
    AnsweredInTimeOfOffered,

    /// <summary>Answered within T, of all answered.</summary>
    AnsweredInTimeOfAnswered,

    /// <summary>Answered within T, of all offered but those who hung up within T.</summary>
    ExcludingShortAbandons,

    /// <summary>Answered or hung up within T, of all offered.</summary>
    WaitedNoLonger,
}
