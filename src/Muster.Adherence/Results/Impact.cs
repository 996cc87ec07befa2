namespace Muster.Adherence.Results;

/// <summary>What being out of adherence does to the queues.</summary>
public enum Impact
{
    None,

    /// <summary>Somebody more on queue than planned, or at work who was not planned.</summary>
    Positive,

    /// <summary>Somebody fewer on queue than planned.</summary>
    Negative,
}
