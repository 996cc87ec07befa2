namespace Muster.Scheduling.Problem;

/// <summary>What an interval of a shift holds, beside a planning group (0 and above).</summary>
public static class Activity
{
    /// <summary>At work for whichever of the employee's groups needs it.</summary>
    public const short AllGroups = -1;

    /// <summary>A break or meal; paid or not, nothing is covered.</summary>
    public const short Pause = -2;

    /// <summary>A meeting or training.</summary>
    public const short Meeting = -3;
}
