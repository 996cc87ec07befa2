namespace Muster.Server.Adherence.History;

/// <summary>What results are summed by: a row for each.</summary>
public enum HistoryBy
{
    Agent,
    Team,
    Unit,
    Day,
    AgentDay,
    TeamDay,
    UnitDay,

    /// <summary>15 minutes.</summary>
    Interval,

    /// <summary>15 minutes of an agent, as they are stored.</summary>
    AgentInterval,
}
