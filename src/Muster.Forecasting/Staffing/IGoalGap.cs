namespace Muster.Forecasting.Staffing;

/// <summary>How far numbers of agents are from goals.</summary>
internal interface IGoalGap
{
    /// <summary>
    /// The logarithm of what is missed over what may be missed, for one agent fewer and for this many. It falls with
    /// agents; at most 0 when all goals are met.
    /// </summary>
    /// <param name="agents">At least 1.</param>
    void Pair(int agents, out double below, out double at);
}
