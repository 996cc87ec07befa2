namespace Muster.Domain.Organization;

/// <summary>What "80 % within 20 seconds" counts. Without abandonment all four are the same.</summary>
public enum ServiceLevelDefinition
{
    /// <summary>Answered within the threshold, of all offered.</summary>
    AnsweredOfOffered,

    /// <summary>Answered within the threshold, of all answered.</summary>
    AnsweredOfAnswered,

    /// <summary>Answered within the threshold, of offered without those who left within the threshold.</summary>
    WithoutShortAbandons,

    /// <summary>Waited no longer than the threshold, answered or not, of all offered.</summary>
    WaitedNoLonger,
}
