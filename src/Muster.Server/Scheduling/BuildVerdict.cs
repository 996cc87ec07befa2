namespace Muster.Server.Scheduling;

/// <summary>What becomes of a search after it was looked at.</summary>
internal enum BuildVerdict
{
    GoOn,

    /// <summary>Somebody has said: enough.</summary>
    Stop,

    /// <summary>The part is somebody else's, or nobody wants it any more.</summary>
    Gone,
}
