namespace Muster.Server.Demand;

/// <summary>What a column of a history is about.</summary>
public enum ColumnRole
{
    /// <summary>Day and time together.</summary>
    Timestamp,

    Date,

    /// <summary>Time of day: 07:00, or an interval such as 07:00-07:30.</summary>
    Time,

    Queue,

    /// <summary>Contacts offered.</summary>
    Volume,

    /// <summary>Contacts answered.</summary>
    Handled,

    /// <summary>Mean handle time.</summary>
    HandleMean,

    /// <summary>All handle times together.</summary>
    HandleSum,
}
