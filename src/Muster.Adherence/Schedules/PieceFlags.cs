namespace Muster.Adherence.Schedules;

/// <summary>What a piece of a timeline is.</summary>
[Flags]
internal enum PieceFlags : byte
{
    None,

    /// <summary>Adherence does not look at the scheduled activity.</summary>
    Ignored = 1,

    /// <summary>Something is scheduled that is not time off.</summary>
    Scheduled = 2,

    OnQueue = 4,

    /// <summary>Work that counts for conformance.</summary>
    Work = 8,
}
