namespace Muster.Server.Intraday;

/// <summary>What went otherwise than planned.</summary>
public enum DeviationKind
{
    /// <summary>Contacts against the forecast.</summary>
    Offered,

    /// <summary>Seconds against the forecast.</summary>
    HandleTime,

    /// <summary>A part of the offered, against the goal.</summary>
    ServiceLevel,

    /// <summary>Agents on queue against those who are scheduled.</summary>
    OnQueue,

    /// <summary>Agents scheduled against those who are required by what is forecast again.</summary>
    Scheduled,
}
