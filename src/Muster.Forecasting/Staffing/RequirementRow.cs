namespace Muster.Forecasting.Staffing;

/// <summary>An interval's requirement.</summary>
/// <param name="Figures">Agents on queue, and how the queue does with them.</param>
/// <param name="Scheduled">Agents to be paid for so that those are on queue; not rounded.</param>
public sealed record RequirementRow(QueueFigures Figures, double Scheduled)
{
    /// <summary>Required on queue.</summary>
    public int Agents => Figures.Agents;

    /// <summary>In whole people.</summary>
    public int ScheduledAgents => Shrinkage.Whole(Scheduled);
}
