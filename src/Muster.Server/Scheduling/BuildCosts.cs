using Muster.Scheduling.Problem;

namespace Muster.Server.Scheduling;

/// <summary>What a schedule of a contact centre costs, for each interval of the grid.</summary>
internal static class BuildCosts
{
    private const int Missing = 10;
    private const int TooMany = 1;

    /// <summary>
    /// Somebody who is missing costs ten times what one too many does, and more the more are missing together: what
    /// cannot be covered is spread.
    /// </summary>
    public static Need Need(int count) => new(count, count, Missing, TooMany) { UnderSquare = 1 };
}
