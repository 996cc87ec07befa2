namespace Muster.Storage.Events;

/// <summary>Why a line could not be used.</summary>
public enum QuarantineKind
{
    /// <summary>It is no JSON object.</summary>
    NotJson,

    /// <summary>It is longer than a line may be; only its beginning is kept.</summary>
    TooLong,

    /// <summary>A field is missing, unknown or wrong.</summary>
    Invalid,

    /// <summary>Another line came at this position before: the source counts anew, most likely.</summary>
    PositionUsed,

    /// <summary>Nobody goes by that name or login.</summary>
    UnknownAgent,

    /// <summary>Several go by that name or login.</summary>
    AmbiguousAgent,

    /// <summary>The tenant has no switch of that name.</summary>
    UnknownSwitch,

    /// <summary>It is to have happened later than now.</summary>
    FromFuture,

    /// <summary>It happened before what is kept.</summary>
    TooOld,

    /// <summary>The source has told more different states than any real one has.</summary>
    TooManyStates,
}
