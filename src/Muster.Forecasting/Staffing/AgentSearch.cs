namespace Muster.Forecasting.Staffing;

/// <summary>The smallest number of agents that meets goals.</summary>
internal static class AgentSearch
{
    /// <summary>After so many steps along the slope the rest is halved: about 24 more.</summary>
    private const int Slopes = 12;

    /// <returns>One more than <paramref name="most"/> when that many are not enough.</returns>
    public static int Smallest<TGap>(ref TGap gap, int least, int guess, int most)
        where TGap : struct, IGoalGap
    {
        var (fails, meets) = (least - 1, most + 1);
        var agents = Math.Clamp(guess, least, most);
        for (var step = 1; ; step++)
        {
            gap.Pair(agents, out var below, out var at);
            if (at > 0)
            {
                fails = agents;
            }
            else if (below > 0 || agents == least)
            {
                return agents;
            }
            else
            {
                meets = agents - 1;
            }

            if (meets - fails <= 1)
            {
                return meets;
            }

            var slope = at - below;
            var next = slope < 0 && step < Slopes
                ? Math.Ceiling(agents - (at / slope))
                : Math.Floor(fails + ((meets - fails) / 2.0));
            agents = (int)Math.Clamp(next, fails + 1, Math.Min(meets, most));
        }
    }
}
